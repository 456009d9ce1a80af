import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { GatewayProcess, temporaryFolder } from '../support/gateway-process.js';
import { createTestDatabase, type TestDatabase } from '../support/postgres.js';
import { testRedisUrl } from '../support/redis.js';
import { Upstream } from '../support/upstream.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(90_000);

const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
const WORKERS = 2;

const folder = temporaryFolder();
const started: GatewayProcess[] = [];
let database: TestDatabase;
let upstream: Upstream;
let gateway: GatewayProcess;
let url: string;
let metricsUrl: string;

beforeAll(async () => {
  [database, upstream] = await Promise.all([createTestDatabase(), Upstream.start()]);
});

async function startAll(): Promise<void> {
  upstream.answerJson({ status: 'healthy' });
  gateway = await start();
  ({ url, metricsUrl } = await gateway.ready());
  await waitFor(allReady, 'every worker is ready', 30_000);
}

async function killAll(): Promise<void> {
  await Promise.all(started.splice(0).map((process) => process.kill()));
}

afterAll(async () => {
  await Promise.all([database.drop(), upstream.close()]);
  folder.remove();
});

/** As many in a row as there are workers are from all of them. */
async function allReady(): Promise<boolean> {
  for (let n = 0; n < WORKERS; n += 1) if ((await getNew('/health/ready')).status !== 200) return false;
  return true;
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<GatewayProcess> {
  const process = new GatewayProcess({
    IRIS_DATA_DIR: folder.path,
    LOG_DIR: folder.path,
    API_GATEWAY_WORKERS: String(WORKERS),
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: await testRedisUrl(),
    IMAGE_PROCESSOR_URL: upstream.url,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    IRIS__server__drain_delay_seconds: '0.5',
    IRIS__server__drain_timeout_seconds: '10',
    ...env,
  });
  started.push(process);
  return process;
}

/** Over a connection of its own: workers take turns by connection. */
async function getNew(path: string): Promise<{ status: number; body: string }> {
  const outgoing = request(new URL(path, url), { agent: false }).end();
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, body: await text(response) };
}

function workerPids(): number[] {
  try {
    const output = execFileSync('pgrep', ['-P', String(gateway.pid)], { encoding: 'utf8' });
    return output.trim().split('\n').map(Number);
  } catch {
    return [];
  }
}

async function accessToken(): Promise<string> {
  const { body } = await callApi<{ access_token: string }>(url, 'POST /auth/login', { body: ADMIN });
  return body.access_token;
}

async function metrics(): Promise<string> {
  return (await fetch(metricsUrl)).text();
}

/** Requests that the microservice does not answer yet. */
async function hold(count: number) {
  const held = Promise.withResolvers<undefined>();
  const before = upstream.requests;
  upstream.behave((_request, response) => {
    void held.promise.then(() => response.end('{}'));
  });
  const headers = { authorization: `Bearer ${await accessToken()}` };
  const answers = Array.from({ length: count }, () =>
    fetch(`${url}/services/image_processor/x`, { headers }).then(
      ({ status }) => status,
      () => 'cut off',
    ),
  );
  await waitFor(() => upstream.requests - before >= count, 'they are under way');
  return { release: held.resolve, answers };
}

/** Whoever does not get to do anything keeps one connection waiting, and gets no second one. */
function someoneAnswers(): Promise<boolean> {
  const probes = [1, 2].map(() =>
    getNew('/health/live').then(
      () => true,
      () => new Promise<never>(() => undefined),
    ),
  );
  return Promise.race([...probes, pause(500, false)]);
}

/** A connection that came in the moment when the last worker closed is never answered: then the next one tells. */
const refusesConnections = (): Promise<boolean> => {
  const refused = getNew('/health/live').then(
    () => false,
    () => true,
  );
  return Promise.race([refused, pause(500, false)]);
};

describe(`${WORKERS} workers`, () => {
  beforeAll(startAll, 60_000);
  afterAll(killAll);

  it('share one port, and one page of metrics that sums them', async () => {
    expect(workerPids()).toHaveLength(WORKERS);
    const statuses = await Promise.all(Array.from({ length: 20 }, () => getNew('/health/live')));
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(20);
    const page = await metrics();
    expect(page).toMatch(/^requests_total\{method="GET",endpoint="\/health\/live",status_code="200"\} 20$/m);
    // What both tell alike is not added up.
    await waitFor(
      async () => (await metrics()).includes('service_health{service="image_processor"} 1'),
      'the microservice is healthy',
      10_000,
    );
    expect(page).toMatch(/^process_resident_memory_bytes \d+/m);
    expect((await fetch(new URL('/other', metricsUrl))).status).toBe(404);
  });

  it('admit together what a limit says, exactly', async () => {
    const token = await accessToken();
    const body = { name: 'shared', scopes: ['documents:process'], rate_limit: '20/hour' };
    const { key } = (await callApi<{ key: string }>(url, 'POST /auth/api-keys', { token, body })).body;
    const call = async (): Promise<number> => {
      const headers = { 'x-api-key': key, 'content-type': 'application/json' };
      const outgoing = request(new URL('/phase2/cluster', url), { method: 'POST', headers, agent: false });
      outgoing.end('{}');
      const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
      response.resume();
      return response.statusCode ?? 0;
    };
    const statuses = await Promise.all(Array.from({ length: 60 }, call));
    // Limits come first; then the empty body is refused.
    expect(statuses.filter((status) => status === 422)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(40);
  });

  it('are replaced when they crash, while the others go on', async () => {
    const [first, second] = workerPids();
    process.kill(first!, 'SIGKILL');
    await waitFor(() => !workerPids().includes(first!), 'it is gone');
    expect(
      (await Promise.all([1, 2, 3, 4].map(() => getNew('/health/live')))).map(({ status }) => status),
    ).toEqual([200, 200, 200, 200]);
    await waitFor(() => workerPids().length === WORKERS, 'it is replaced', 10_000);
    // Who answers now is the new one.
    process.kill(second!, 'SIGSTOP');
    await waitFor(someoneAnswers, 'the new one serves', 10_000);
    process.kill(second!, 'SIGCONT');
  });

  it('are replaced when they hang', async () => {
    const [hanging] = workerPids();
    process.kill(hanging!, 'SIGSTOP');
    await waitFor(() => !workerPids().includes(hanging!), 'it is ended', 25_000);
    await waitFor(() => workerPids().length === WORKERS, 'it is replaced', 10_000);
    gateway.signal('SIGTERM');
    expect((await gateway.end()).output).toContain('a worker hangs');
  });
});

describe(`${WORKERS} workers that are told to end`, () => {
  beforeEach(startAll, 60_000);
  afterEach(killAll);

  it('end in order: what is under way is finished, and then nobody listens', async () => {
    const { release, answers } = await hold(8);
    gateway.signal('SIGTERM');
    await waitFor(refusesConnections, 'new connections are refused', 10_000);
    release(undefined);
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await gateway.end()).code).toBe(0);
    expect(workerPids()).toEqual([]);
  });

  it('end in order when every process gets the signal, as from a terminal', async () => {
    const { release, answers } = await hold(4);
    for (const pid of [gateway.pid, ...workerPids()]) process.kill(pid, 'SIGINT');
    await waitFor(refusesConnections, 'new connections are refused', 10_000);
    release(undefined);
    expect(await Promise.all(answers)).toEqual([200, 200, 200, 200]);
    expect((await gateway.end()).code).toBe(0);
  });

  it('end at once at a second signal, with 1', async () => {
    const { answers } = await hold(2);
    gateway.signal('SIGTERM');
    await waitFor(async () => (await getNew('/health/ready')).status === 503, 'they drain');
    gateway.signal('SIGTERM');
    expect((await gateway.end()).code).toBe(1);
    expect(await Promise.all(answers)).toEqual(['cut off', 'cut off']);
  });
});

describe('workers that cannot start', () => {
  afterEach(killAll);

  it('end with 1 and the reason: the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { code, output } = await (await start({ API_GATEWAY_PORT: String(port) })).end();
    server.close();
    expect(code).toBe(1);
    expect(output).toContain(`127.0.0.1:${port}`);
  });

  it('end with 1 and the reason: there is nothing that they could share', async () => {
    const { code, output } = await (await start({ REDIS_URL: '' })).end();
    expect(code).toBe(1);
    expect(output).toContain('API_GATEWAY_WORKERS needs REDIS_URL and DATABASE_URL');
  });
});
