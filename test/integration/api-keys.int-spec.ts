import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { Database } from '../../src/database/index.js';
import { type Answer, callApi } from '../support/api-client.js';
import { TestGateway } from '../support/gateway.js';
import { startPostgres } from '../support/postgres.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

/** 422 says that the guards let it pass: the empty body is looked at after them. */
const PASSED = 422;

let server: OwnServer;
let gateway: TestGateway;
let token: string;

beforeAll(async () => {
  server = await startPostgres();
  gateway = await TestGateway.start({ env: { DATABASE_URL: server.url } });
  token = await gateway.tokenOf('keys@example.com');
});

afterAll(async () => {
  await gateway.stop();
  await server.close();
});

async function makeKey(): Promise<string> {
  const body = { name: 'outage', scopes: ['documents:process'] };
  return (await callApi<{ key: string }>(gateway.url, 'POST /auth/api-keys', { token, body })).body.key;
}

const use = (apiKey: string): Promise<Answer<{ code: string }>> =>
  callApi(gateway.url, 'POST /phase2/cluster', { apiKey, body: {} });

describe('API keys without PostgreSQL', () => {
  it('go on when they are known, and are not called wrong when they are not', async () => {
    const [known, unknown] = [await makeKey(), await makeKey()];
    expect((await use(known)).status).toBe(PASSED);
    await server.stop();
    await waitFor(() => !gateway.app.get(Database, { strict: false }).isReady(), 'it notices');
    expect((await use(known)).status).toBe(PASSED);
    const { status, headers, body } = await use(unknown);
    expect({ status, code: body.code }).toEqual({ status: 503, code: 'DATABASE_UNAVAILABLE' });
    expect(headers.get('retry-after')).toBe('2');
    expect((await use(`${unknown}x`)).status).toBe(401);
    const list = await callApi(gateway.url, 'GET /auth/api-keys', { token });
    expect(list.status).toBe(503);
    await server.start();
    await waitFor(async () => (await use(unknown)).status === PASSED, 'it works again', 15_000);
  });

  it('answer within two seconds when it hangs', async () => {
    const [known, unknown] = [await makeKey(), await makeKey()];
    expect((await use(known)).status).toBe(PASSED);
    await server.pause();
    const startedAt = performance.now();
    expect((await use(known)).status).toBe(PASSED);
    expect(performance.now() - startedAt).toBeLessThan(500);
    expect((await use(unknown)).status).toBe(503);
    expect(performance.now() - startedAt).toBeLessThan(2_800);
    await server.resume();
    await waitFor(async () => (await use(unknown)).status === PASSED, 'it works again', 15_000);
  });
});
