import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { GatewayProcess, temporaryFolder } from '../../support/gateway-process.js';
import { getJob, type JobBody, jobIn, submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { startRedis } from '../../support/redis.js';
import type { OwnServer } from '../../support/servers/own-server.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(120_000);

const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
const UNCACHED = { 'cache-control': 'no-store' };
/** A process that was killed is missed after so long, and then its work is taken. */
const RESCUED_WITHIN_MS = 30_000;

let microservices: TestMicroservices;
let database: TestDatabase;
let redis: OwnServer;
let web: string;
let token: string;
const folder = temporaryFolder();
const running: GatewayProcess[] = [];

beforeAll(async () => {
  [microservices, database, redis] = await Promise.all([
    TestMicroservices.start(),
    createTestDatabase(),
    startRedis(),
  ]);
  web = (await start('web')).url;
  const { body } = await callApi<{ access_token: string }>(web, 'POST /auth/login', { body: ADMIN });
  token = body.access_token;
}, 60_000);

beforeEach(() => microservices.reset());

afterEach(async () => {
  await microservices.reset();
  // The first one answers requests and stays.
  await Promise.all(running.splice(1).map((worker) => worker.kill()));
});

afterAll(async () => {
  await Promise.all(running.map((gateway) => gateway.kill()));
  await Promise.all([database.drop(), redis.close(), microservices.stop()]);
  folder.remove();
});

async function start(
  role: 'all' | 'web' | 'worker',
  env: Record<string, string> = {},
): Promise<{ url: string; gateway: GatewayProcess }> {
  const gateway = new GatewayProcess({
    NODE_ENV: 'test',
    IRIS_PROCESS: role,
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    SERVICE_URLS: JSON.stringify(microservices.urls),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    IRIS__server__drain_timeout_seconds: '1',
    IRIS__server__drain_delay_seconds: '0',
    ...env,
  });
  running.push(gateway);
  const { url } = await gateway.ready();
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
  return { url, gateway };
}

async function send(
  headers: Record<string, string> = { prefer: 'respond-async' },
  url = web,
): Promise<JobBody> {
  let answer: Awaited<ReturnType<typeof submit>> | undefined;
  const document = freshDocument();
  // A gateway that has just started is ready a moment before its queue is.
  const isAccepted = async (): Promise<boolean> => {
    answer = await submit(url, document, { token, headers: { ...UNCACHED, ...headers } });
    return answer.status === 202;
  };
  await waitFor(isAccepted, 'it is accepted', 10_000);
  return answer!.body;
}

const ends = (state: string, { id }: JobBody, timeoutMs = 20_000): Promise<JobBody> =>
  jobIn(state, { url: web, token, id }, timeoutMs);

/** Until it is released, no text is read. */
const holdOcr = (): (() => void) => microservices.hold('ocr_extractor', 'POST /ocr');

const ocrCalls = () => microservices.callsTo('ocr_extractor', 'POST /ocr');
const ocrIsAsked = (times = 1) =>
  waitFor(() => ocrCalls().length >= times, `the text is read ${times} times`, RESCUED_WITHIN_MS);

describe('web and worker apart', () => {
  it('what the one accepts, the other one does; without a worker it waits', async () => {
    const job = await send();
    expect(microservices.calls).toEqual([]);
    const { url } = await start('worker');
    await ends('succeeded', job);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const { status, body } = await callApi<{ code: string }>(url, 'GET /jobs', { token });
    expect([status, body.code]).toEqual([421, 'REQUEST_MISDIRECTED']);
  });

  it.each(['up', 'down'])(
    "a cancellation ends the worker's call within a second while Redis is %s",
    async (redisIs) => {
      await start('worker');
      holdOcr();
      const job = await send();
      await ocrIsAsked();
      if (redisIs === 'down') await redis.stop();
      try {
        const cancelledAt = performance.now();
        expect((await callApi(web, `DELETE /jobs/${job.id}`, { token })).status).toBe(200);
        await waitFor(() => ocrCalls()[0]?.signal.aborted === true, 'the call is ended');
        expect(performance.now() - cancelledAt).toBeLessThan(1_000);
      } finally {
        if (redisIs === 'down') await redis.start();
      }
    },
  );
});

describe('a worker that ends', () => {
  it('in order: it gives back what it has, and another one goes on at once', async () => {
    const first = await start('worker');
    const release = holdOcr();
    const job = await send();
    await ocrIsAsked();
    await start('worker');
    first.gateway.signal('SIGTERM');
    expect((await first.gateway.end()).code).toBe(0);
    await ocrIsAsked(2);
    release();
    expect(await ends('succeeded', job)).toMatchObject({ attempts: 1 });
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
  });

  it('killed: another one goes on within seconds, at the first phase that is missing', async () => {
    const first = await start('worker');
    const release = holdOcr();
    const job = await send();
    await ocrIsAsked();
    await first.gateway.kill();
    await start('worker');
    await ocrIsAsked(2);
    release();
    expect(await ends('succeeded', job)).toMatchObject({ attempts: 2 });
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
    expect(microservices.callsTo('ml_classifier')).toHaveLength(1);
  });

  it('killed by its job: the job is given up when its attempts are', async () => {
    const once = { IRIS__jobs__max_attempts: '1' };
    const first = await start('worker', once);
    const release = holdOcr();
    const job = await send();
    await ocrIsAsked();
    await first.gateway.kill();
    await start('worker', once);
    const failed = await ends('failed', job, RESCUED_WITHIN_MS);
    expect(failed.error?.code).toBe('JOB_GIVEN_UP');
    expect(ocrCalls()).toHaveLength(1);
    release();
  });
});

describe('a process that is killed while its request has become a job', () => {
  it('a worker goes on with it', async () => {
    const { url, gateway } = await start('all');
    const release = holdOcr();
    const job = await send({ prefer: 'wait=0' }, url);
    await ocrIsAsked();
    await waitFor(async () => (await getJob(web, token, job.id)).phase === 'phase_4', 'it is written down');
    await gateway.kill();
    await start('worker');
    await ocrIsAsked(2);
    release();
    expect(await ends('succeeded', job)).toMatchObject({ attempts: 2 });
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
  });
});
