import { afterEach, expect, it } from '@jest/globals';

import { SERVICE_NAMES } from '../../src/config/index.js';
import { TestGateway } from '../support/gateway.js';
import { Upstream } from '../support/upstream.js';

const REQUESTS = 500;
const CLIENTS = 25;
const INTERVAL_SECONDS = 30;

let upstream: Upstream;
let gateway: TestGateway;

afterEach(async () => {
  await gateway.stop();
  await upstream.close();
});

it.each([
  ['that are healthy', 200, 'healthy', INTERVAL_SECONDS],
  // One that is down is looked for more often.
  ['that fail', 500, 'degraded', 5],
] as const)(
  'GET /health › a storm of probes never reaches microservices %s',
  async (_, answer, status, pauseSeconds) => {
    const startedAt = performance.now();
    upstream = (await Upstream.start()).answerJson({ status: 'healthy' }, answer);
    gateway = await TestGateway.start({
      services: Object.fromEntries(SERVICE_NAMES.map((service) => [service, upstream.url])),
      env: { IRIS__monitoring__health_checks__interval: String(INTERVAL_SECONDS) },
    });
    await gateway.fetch('/health');
    let left = REQUESTS;
    const client = async (): Promise<void> => {
      while ((left -= 1) >= 0) {
        const response = await gateway.fetch('/health');
        expect([response.status, ((await response.json()) as { status: string }).status]).toEqual([
          200,
          status,
        ]);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    const rounds = 1 + Math.floor((performance.now() - startedAt) / 1000 / pauseSeconds);
    expect(upstream.requests).toBeGreaterThanOrEqual(SERVICE_NAMES.length);
    expect(upstream.requests).toBeLessThanOrEqual(SERVICE_NAMES.length * rounds);
  },
);
