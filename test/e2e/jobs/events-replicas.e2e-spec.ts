import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { EventStream } from '../../support/event-stream.js';
import { GatewayProcess, temporaryFolder } from '../../support/gateway-process.js';
import { jobIn, submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { startPostgres } from '../../support/postgres.js';
import { startRedis } from '../../support/redis.js';
import type { OwnServer } from '../../support/servers/own-server.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(120_000);

const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
/** By the bus it is milliseconds, by the poll up to a second. */
const POLLED_MS = 3_000;

let microservices: TestMicroservices;
let redis: OwnServer;
let postgres: OwnServer;
let folder: ReturnType<typeof temporaryFolder>;
/** It works, and answers. */
let here: string;
/** It answers only. */
let there: string;
let token: string;
const processes: GatewayProcess[] = [];

beforeAll(async () => {
  [microservices, redis, postgres] = await Promise.all([
    TestMicroservices.start(),
    startRedis(),
    startPostgres(),
  ]);
  folder = temporaryFolder();
  here = await ready(start());
  there = await ready(start({ IRIS_PROCESS: 'web' }));
  const { body } = await callApi<{ access_token: string }>(here, 'POST /auth/login', { body: ADMIN });
  token = body.access_token;
  for (const url of [here, there]) {
    const isAccepted = async (): Promise<boolean> =>
      (await submit(url, freshDocument(), { token })).status === 202;
    await waitFor(isAccepted, 'the queue is ready', 30_000);
  }
});

afterEach(() => microservices.reset());

afterAll(async () => {
  await Promise.all(processes.map((gateway) => gateway.kill()));
  await Promise.all([microservices.stop(), redis.close(), postgres.close()]);
  folder.remove();
});

function start(env: Readonly<Record<string, string>> = {}): GatewayProcess {
  const gateway = new GatewayProcess({
    NODE_ENV: 'test',
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    SERVICE_URLS: JSON.stringify(microservices.urls),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    IRIS__auth__argon2__memory_kib: '8192',
    ...env,
  });
  processes.push(gateway);
  return gateway;
}

async function ready(gateway: GatewayProcess): Promise<string> {
  const { url } = await gateway.ready();
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
  return url;
}

async function submitted(url: string): Promise<string> {
  const { status, body } = await submit(url, freshDocument(), { token });
  expect(status).toBe(202);
  return body.id;
}

function watch(url: string, id: string, lastEventId?: number): Promise<EventStream> {
  const options = { token, ...(lastEventId !== undefined && { lastEventId }) };
  return EventStream.open(`${url}/jobs/${id}/events`, options);
}

/** Until it is released, no text is read. */
const holdReading = (): (() => void) => microservices.hold('ocr_extractor', 'POST /ocr');

function expectWhole({ ids, types }: Pick<EventStream, 'ids' | 'types'>): void {
  expect(ids).toEqual(ids.map((_, index) => index + 1));
  expect([types[0], types.at(-1)]).toEqual(['queued', 'succeeded']);
}

const isReading = ({ data }: { data: Readonly<Record<string, unknown>> }): boolean =>
  data.phase === 'phase_4' && data.status === 'running';

describe('two replicas', () => {
  it('submitted here › watched there, to the end', async () => {
    const release = holdReading();
    const id = await submitted(here);
    const [stream, waiting] = [await watch(there, id), callApi(there, `GET /jobs/${id}?wait=60`, { token })];
    await stream.has(isReading);
    release();
    await stream.ended();
    expectWhole(stream);
    expect((await waiting).body).toMatchObject({ id, state: 'succeeded' });
  });

  it('submitted there › done here, cancelled there', async () => {
    holdReading();
    const id = await submitted(there);
    const stream = await watch(here, id);
    await stream.has(isReading);
    const { status } = await callApi(there, `DELETE /jobs/${id}`, { token });
    expect(status).toBe(200);
    await stream.ended(POLLED_MS);
    expect(stream.types.at(-1)).toBe('cancelled');
    await waitFor(
      () => microservices.calls.every(({ endedAt, signal }) => endedAt > 0 || signal.aborted),
      'no call goes on',
    );
  });

  it('Redis is killed meanwhile › the events come all the same', async () => {
    const release = holdReading();
    const id = await submitted(here);
    const stream = await watch(there, id);
    await stream.has(isReading);
    await redis.stop();
    try {
      const releasedAt = performance.now();
      release();
      await stream.ended();
      expectWhole(stream);
      expect(performance.now() - releasedAt).toBeLessThan(POLLED_MS + 2_000);
      const next = await submitted(there);
      const second = await watch(there, next);
      await second.ended();
      expectWhole(second);
    } finally {
      await redis.start();
    }
  });

  it('PostgreSQL is killed meanwhile › the stream stays open, and goes on', async () => {
    const release = holdReading();
    const id = await submitted(here);
    const stream = await watch(there, id);
    await stream.has(isReading);
    await postgres.stop();
    const isAway = async (): Promise<boolean> =>
      (await callApi(there, `GET /jobs/${id}`, { token })).status === 503;
    await waitFor(isAway, 'it is noticed', 20_000);
    expect(stream.isEnded).toBe(false);
    await postgres.start();
    release();
    await stream.ended(60_000);
    expectWhole(stream);
  });

  it('the replica that streams is told to end › another one goes on where it was', async () => {
    const leaving = start({ IRIS_PROCESS: 'web', IRIS__server__drain_delay_seconds: '0' });
    const url = await ready(leaving);
    const release = holdReading();
    const id = await submitted(here);
    const first = await watch(url, id);
    await first.has(isReading);
    leaving.signal('SIGTERM');
    await first.ended();
    expect((await leaving.end()).code).toBe(0);
    expect(first.types).not.toContain('succeeded');
    const second = await watch(there, id, first.ids.at(-1));
    release();
    await second.ended();
    expectWhole({ ids: [...first.ids, ...second.ids], types: [...first.types, ...second.types] });
    await jobIn('succeeded', { url: here, token, id });
  });
});
