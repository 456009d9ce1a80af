import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';

import { SERVICE_NAMES } from '../../src/config/index.js';
import { TestGateway } from '../support/gateway.js';
import { testRedisUrl } from '../support/redis.js';
import { Upstream } from '../support/upstream.js';
import { waitFor } from '../support/wait-for.js';

let redis: Redis;
let silent: Upstream;
let gateway: TestGateway;

const keyOf = (service: string): string => `iris:api_gateway:health:${service}`;

/** Every probe of this replica takes until its timeout; another one has found out before. */
beforeAll(async () => {
  const redisUrl = await testRedisUrl();
  redis = new Redis(redisUrl);
  silent = await Upstream.start();
  silent.behave(() => undefined);
  for (const service of SERVICE_NAMES) {
    const probes = { [`${silent.url}/`]: service !== 'ocr_extractor' };
    await redis.set(keyOf(service), JSON.stringify(probes), 'PX', 60_000);
  }
  gateway = await TestGateway.start({
    services: Object.fromEntries(SERVICE_NAMES.map((service) => [service, silent.url])),
    env: { REDIS_URL: redisUrl, IRIS__monitoring__health_checks__timeout: '5' },
  });
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  await silent.close();
  redis.disconnect();
});

it('GET /health › a new replica answers with what another one has found, and then with what it finds itself', async () => {
  const healthNow = async (): Promise<unknown> =>
    ((await (await gateway.fetch('/health')).json()) as { services: unknown }).services;
  expect(await healthNow()).toEqual({
    image_processor: 'healthy',
    ml_embeddings: 'healthy',
    ml_classifier: 'healthy',
    ocr_extractor: 'unhealthy',
  });
  await waitFor(
    async () => (await redis.get(keyOf('image_processor'))) === JSON.stringify({ [`${silent.url}/`]: false }),
    'its own probes are shared',
    10_000,
  );
  expect(await healthNow()).toMatchObject({ image_processor: 'unhealthy' });
}, 20_000);
