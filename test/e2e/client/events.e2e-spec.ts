import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { IrisClient, type JobEvent, type Progress } from '../../../clients/typescript/src/index.ts';
import { CuttingProxy } from '../../support/cutting-proxy.js';
import { freshDocument } from '../../support/documents.js';
import { EventStream } from '../../support/event-stream.js';
import { GatewayProcess, temporaryFolder } from '../../support/gateway-process.js';
import { TestMicroservices } from '../../support/microservices.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { testRedisUrl } from '../../support/redis.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(120_000);

const ADMIN = { email: 'admin@example.com', password: 'correct-horse-battery-7!' };
const FIELDS = { nombres: 'VALENTINA' };
const STREAMS_OF_A_USER = 20;

let microservices: TestMicroservices;
let database: TestDatabase;
let redisUrl: string;
let folder: ReturnType<typeof temporaryFolder>;
let worker: GatewayProcess;
let web: GatewayProcess;
let url = '';
let proxy: CuttingProxy;
let client: IrisClient;

beforeAll(async () => {
  [microservices, database, redisUrl] = await Promise.all([
    TestMicroservices.start(),
    createTestDatabase(),
    testRedisUrl(),
  ]);
  folder = temporaryFolder();
  worker = start({ IRIS_PROCESS: 'worker' });
  await startWeb();
  proxy = await CuttingProxy.start(url);
  client = new IrisClient({ baseUrl: proxy.url, auth: ADMIN });
});

afterEach(async () => {
  proxy.reset();
  await microservices.reset();
});

afterAll(async () => {
  await proxy.stop();
  await Promise.all([worker.kill(), web.kill()]);
  await Promise.all([microservices.stop(), database.drop()]);
  folder.remove();
});

function start(env: Readonly<Record<string, string>>): GatewayProcess {
  return new GatewayProcess({
    NODE_ENV: 'test',
    IRIS_DATA_DIR: folder.path,
    JWT_SECRET_KEY: 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE',
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    SERVICE_URLS: JSON.stringify(microservices.urls),
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    IRIS__auth__argon2__memory_kib: '8192',
    ...env,
  });
}

/** What answers requests; the next time at the same address. */
async function startWeb(): Promise<void> {
  web = start({ IRIS_PROCESS: 'web', ...(url !== '' && { API_GATEWAY_PORT: new URL(url).port }) });
  ({ url } = await web.ready());
  await waitFor(async () => (await fetch(`${url}/health/ready`)).ok, 'the gateway is ready', 30_000);
}

const holdReading = (): (() => void) => microservices.hold('ocr_extractor', 'POST /ocr');

describe('client.process', () => {
  it('goes on where it was when the gateway is killed and comes back', async () => {
    const release = holdReading();
    const told: Progress[] = [];
    const processed = client.process(freshDocument(), { onProgress: (progress) => told.push(progress) });
    await waitFor(() => told.at(-1)?.phase === 'phase_4', 'the text is read', 30_000);
    await web.kill();
    release();
    await startWeb();
    expect((await processed).final_result.extracted_data).toEqual(FIELDS);
    const ids = told.flatMap(({ event }) => event?.id ?? []);
    expect(ids).toEqual(ids.map((_id, index) => index + 1));
    expect(told.at(-1)).toMatchObject({ state: 'succeeded', progress: 100 });
  });

  it('asks now and then where no stream comes through', async () => {
    const { access_token: token } = await client.auth.login(ADMIN);
    const release = holdReading();
    const { id } = await client.submit(freshDocument());
    const streams = await Promise.all(
      Array.from({ length: STREAMS_OF_A_USER }, () =>
        EventStream.open(`${url}/jobs/${id}/events`, { token }),
      ),
    );
    const events: JobEvent[] = [];
    const processed = client.process(freshDocument(), {
      onProgress: ({ event }) => event && events.push(event),
    });
    await waitFor(() => proxy.requestsTo(/timeline/).length > 0, 'it has asked', 30_000);
    release();
    expect((await processed).final_result.extracted_data).toEqual(FIELDS);
    expect(proxy.requestsTo(/events/)).toHaveLength(1);
    expect(events.map((event) => event.id)).toEqual(events.map((_event, index) => index + 1));
    expect(events.at(-1)).toMatchObject({ type: 'succeeded', state: 'succeeded' });
    for (const stream of streams) stream.close();
  });
});

describe('client.jobs.follow', () => {
  it('takes an id; a signal ends the waiting, and not the job', async () => {
    const release = holdReading();
    const { id } = await client.submit(freshDocument());
    const signal = AbortSignal.timeout(200);
    await expect(client.jobs.follow(id, { signal })).rejects.toBe(await ended(signal));
    release();
    expect(await client.jobs.follow(id)).toMatchObject({ id, state: 'succeeded' });
  });

  it('client.jobs.events: those after one that is known', async () => {
    const { id } = await client.submit(freshDocument());
    await client.jobs.follow(id);
    const ids: number[] = [];
    for await (const event of client.jobs.events(id, { lastEventId: 3 })) ids.push(event.id);
    expect(ids[0]).toBe(4);
    const { entries } = await client.jobs.timeline(id);
    expect(ids).toHaveLength(entries.length - 3);
  });
});

async function ended(signal: AbortSignal): Promise<unknown> {
  await waitFor(() => signal.aborted, 'it has ended');
  return signal.reason;
}
