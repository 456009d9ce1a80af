import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../../support/api-client.js';
import { sendDocument } from '../../support/document-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { jobIn, submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';

jest.setTimeout(60_000);

interface Period {
  readonly seconds: number;
  readonly traffic: { readonly requests: number; readonly by_status: Readonly<Record<string, number>> };
  readonly errors: { readonly client: number; readonly server: number; readonly server_share: number };
  readonly latency: Readonly<Record<'p50' | 'p95' | 'p99', number | null>>;
  readonly cache: Readonly<Record<string, number>>;
  readonly limits: Readonly<Record<string, number>>;
}
interface Stats {
  readonly replica: {
    readonly pid: number;
    readonly uptime: number;
    readonly memory: Readonly<Record<string, number>>;
    readonly since_start: Period;
    readonly last_5_minutes: Period;
  };
  readonly jobs: Readonly<Record<string, number>> | null;
}

let microservices: TestMicroservices;
let gateway: TestGateway;
let operator: string;
let user: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({ services: microservices.urls });
  operator = await gateway.tokenOf('operator@example.com', 'operator');
  user = await gateway.tokenOf('user@example.com');
});

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

async function stats(): Promise<Stats> {
  const { status, body } = await callApi<Stats>(gateway.url, 'GET /admin/stats', { token: operator });
  expect(status).toBe(200);
  return body;
}

function added(
  now: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
  name: string,
) {
  return (now[name] ?? 0) - (before[name] ?? 0);
}

describe('GET /admin/stats', () => {
  it('requests, errors and results of phases, as they were', async () => {
    const { replica: before } = await stats();
    const document = freshDocument();
    for (const status of [200, 200])
      expect((await sendDocument(gateway.url, document, { token: user })).status).toBe(status);
    for (let n = 0; n < 3; n += 1) await callApi(gateway.url, 'GET /auth/me', { token: 'not-a-token' });
    await microservices.down('ml_embeddings');
    const failed = await callApi(gateway.url, 'GET /services/ml_embeddings/health', { token: user });
    expect(failed.status).toBe(502);

    const { replica: after } = await stats();
    for (const period of ['since_start', 'last_5_minutes'] as const) {
      const [now, then] = [after[period], before[period]];
      // The first answer with the stats counts as well.
      expect(added(now.traffic.by_status, then.traffic.by_status, '200')).toBe(3);
      expect(added(now.traffic.by_status, then.traffic.by_status, '401')).toBe(3);
      expect(now.traffic.requests - then.traffic.requests).toBe(7);
      expect([now.errors.client - then.errors.client, now.errors.server - then.errors.server]).toEqual([
        3, 1,
      ]);
      expect(added(now.cache, then.cache, 'miss')).toBe(5);
      expect(added(now.cache, then.cache, 'hit')).toBe(5);
      expect(added(now.limits, then.limits, 'given_back')).toBeGreaterThan(0);
      const { p50, p95, p99 } = now.latency;
      expect(p50).toBeGreaterThan(0);
      expect(p95).toBeGreaterThanOrEqual(p50 ?? 0);
      expect(p99).toBeGreaterThanOrEqual(p95 ?? 0);
    }
    expect(after.pid).toBe(process.pid);
    expect(after.memory.rss).toBeGreaterThan(after.memory.heap_used ?? Infinity);
  });

  it('jobs by state', async () => {
    const before = (await stats()).jobs;
    const { body } = await submit(gateway.url, freshDocument(), { token: user });
    await jobIn('succeeded', { url: gateway.url, token: user, id: body.id });
    const after = (await stats()).jobs;
    expect(Object.keys(after ?? {})).toEqual(['queued', 'running', 'succeeded', 'failed', 'cancelled']);
    expect(added(after ?? {}, before ?? {}, 'succeeded')).toBe(1);
  });

  it('not for everybody', async () => {
    expect((await callApi(gateway.url, 'GET /admin/stats', { token: user })).status).toBe(403);
    expect((await callApi(gateway.url, 'GET /admin/stats')).status).toBe(401);
  });
});
