import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { OpenLoopClient } from '../support/open-loop-client.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { RawClient } from '../support/raw-client.js';
import { testRedisUrl } from '../support/redis.js';
import { Upstream } from '../support/upstream.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
const DRAIN_DELAY_SECONDS = 2;
const REQUESTS_PER_SECOND = 500;
/** One request in so many takes longer than the drain's delay. */
const SLOW_EVERY = 100;
const SLOW_MS = (DRAIN_DELAY_SECONDS + 1) * 1000;
const BODY = JSON.stringify({ text: 'x'.repeat(4_000) });

const folder = temporaryFolder();
let database: TestDatabase;
let upstream: Upstream;
let gateway: GatewayProcess;
let url: string;
let authorization: string;

beforeAll(async () => {
  [database, upstream] = await Promise.all([createTestDatabase(), Upstream.start()]);
});

beforeEach(async () => {
  upstream.answerJson({ status: 'healthy' });
  gateway = new GatewayProcess({
    NODE_ENV: 'test',
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: await testRedisUrl(),
    IMAGE_PROCESSOR_URL: upstream.url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    LOG_LEVEL: 'WARNING',
    IRIS__services__image_processor__bulkhead__max_concurrent: '1000',
    IRIS__server__drain_delay_seconds: String(DRAIN_DELAY_SECONDS),
    IRIS__server__drain_timeout_seconds: '10',
  });
  ({ url } = await gateway.ready());
  await waitFor(() => isReady(), 'the gateway is ready', 25_000);
  const { body } = await callApi<{ access_token: string }>(url, 'POST /auth/login', { body: ADMIN });
  authorization = `Bearer ${body.access_token}`;
});

afterEach(() => gateway.kill());

afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
  folder.remove();
});

async function isReady(): Promise<boolean> {
  const response = await fetch(`${url}/health/ready`);
  await response.arrayBuffer();
  return response.ok;
}

/** Resolves when nobody can connect any more. */
function stopsListening(): Promise<void> {
  const isRefused = () =>
    fetch(`${url}/health/live`).then(
      () => false,
      () => true,
    );
  return waitFor(isRefused, 'new connections are refused', 10_000);
}

describe('SIGTERM', () => {
  it(`under ${REQUESTS_PER_SECOND} requests a second loses none, and cuts none off`, async () => {
    upstream.behave((_request, response) => {
      const isSlow = upstream.requests % SLOW_EVERY === 0;
      setTimeout(
        () => response.setHeader('content-type', 'application/json').end(BODY),
        isSlow ? SLOW_MS : 0,
      );
    });
    const client = new OpenLoopClient(
      `${url}/services/image_processor/x`,
      { authorization },
      REQUESTS_PER_SECOND,
    );
    await waitFor(() => client.outcomes.answered > 2 * REQUESTS_PER_SECOND, 'there is traffic', 20_000);
    const before = client.outcomes;

    gateway.signal('SIGTERM');
    await waitFor(async () => !(await isReady()), 'the balancer notices');
    client.stopConnecting();
    await stopsListening();
    expect(client.outcomes.answered).toBeLessThan(client.outcomes.sent);
    const { sent, answered, errors } = await client.stop();

    expect(errors).toEqual([]);
    expect(answered).toBe(sent);
    expect(sent).toBeGreaterThan(before.sent);
    expect((await gateway.end()).code).toBe(0);
  });

  it('lets an upload that is on its way arrive, and answers it', async () => {
    const client = new RawClient(url);
    client.send(
      `POST /services/image_processor/x HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${authorization}\r\n` +
        'Content-Type: application/octet-stream\r\nContent-Length: 20\r\n\r\n0123456789',
    );
    const before = upstream.requests;
    await waitFor(() => upstream.requests > before, 'the upload is on its way');
    gateway.signal('SIGTERM');
    await stopsListening();
    client.send('0123456789');
    await client.until(/^HTTP\/1\.1 200 OK\r\n[^]*"healthy"/);
    expect(client.text).toMatch(/^connection: close\r$/im);
    expect(upstream.calls.at(-1)?.body.toString()).toBe('01234567890123456789');
    await client.closed();
    expect((await gateway.end()).code).toBe(0);
  });

  it('a second time ends at once, with 1', async () => {
    upstream.behave(() => undefined);
    const before = upstream.requests;
    const held = fetch(`${url}/services/image_processor/x`, { headers: { authorization } }).catch(
      () => 'cut off',
    );
    await waitFor(() => upstream.requests > before, 'a request is under way');
    gateway.signal('SIGTERM');
    await waitFor(async () => !(await isReady()), 'it drains');
    const signalledAt = performance.now();
    gateway.signal('SIGTERM');
    expect((await gateway.end()).code).toBe(1);
    expect(performance.now() - signalledAt).toBeLessThan(1_000);
    expect(await held).toBe('cut off');
  });
});

describe('a gateway that does not get to do anything', () => {
  it('does not answer /health/live, until it goes on', async () => {
    gateway.signal('SIGSTOP');
    const probe = fetch(`${url}/health/live`).then(({ status }) => status);
    expect(await Promise.race([probe, pause(1_000, 'silence')])).toBe('silence');
    gateway.signal('SIGCONT');
    expect(await probe).toBe(200);
  });
});
