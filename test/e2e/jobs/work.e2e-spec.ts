import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { register } from 'prom-client';

import { SERVICE_NAMES } from '../../../src/config/index.js';
import { HttpError } from '../../../examples/microservices/shared/http-error.ts';
import { Database } from '../../../src/database/index.js';
import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { getJob, type JobBody, jobIn, submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(60_000);

/** Without the cache, what is not done again is so because of its checkpoint. */
const UNCACHED = { prefer: 'respond-async', 'cache-control': 'no-store' };
const MAX_ATTEMPTS = 3;
const SETTINGS = {
  IRIS__jobs__concurrency: '2',
  IRIS__jobs__max_running_per_user: '1',
  IRIS__jobs__max_attempts: String(MAX_ATTEMPTS),
  IRIS__jobs__retry_delay_seconds: '0.05',
  IRIS__jobs__max_retry_delay_seconds: '0.1',
  ...Object.fromEntries(
    SERVICE_NAMES.flatMap((name) => [
      [`IRIS__services__${name}__max_retries`, '0'],
      [`IRIS__services__${name}__circuit_breaker__failure_threshold`, '100'],
    ]),
  ),
};

let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;
let adminToken: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({ services: microservices.urls, env: SETTINGS });
  token = await gateway.tokenOf('work@example.com');
  adminToken = await gateway.tokenOf('work-admin@example.com', 'admin');
});

beforeEach(() => microservices.reset());

afterEach(async () => {
  await microservices.reset();
  await waitFor(async () => (await unfinished()) === 0, 'no job is left', 20_000);
});

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

async function send(as = token, document = freshDocument()): Promise<JobBody> {
  const { status, body } = await submit(gateway.url, document, { token: as, headers: UNCACHED });
  if (status !== 202) throw new Error(`it was answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

const ends = (state: string, { id }: JobBody, as = token): Promise<JobBody> =>
  jobIn(state, { url: gateway.url, token: as, id });

async function query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return gateway.app.get(Database, { strict: false }).run((manager) => manager.query<Row[]>(sql, values));
}

async function unfinished(): Promise<number> {
  const [row] = await query<{ count: string }>(
    "SELECT count(*) FROM jobs WHERE state IN ('queued', 'running')",
  );
  return Number(row?.count);
}

/** Reading the text fails so often, and then no more. */
function failOcr(times: number): void {
  let left = times;
  microservices.on('ocr_extractor', 'POST /ocr', (request) => {
    if (left-- > 0) throw new Error('out of order');
    return microservices.normal('ocr_extractor', 'POST /ocr', request);
  });
}

/** Until it is released, no text is read. */
function holdOcr(): () => void {
  const held = Promise.withResolvers<undefined>();
  microservices.on('ocr_extractor', 'POST /ocr', async (request) => {
    await Promise.race([
      held.promise,
      new Promise((resolve) => {
        request.signal.addEventListener('abort', resolve);
      }),
    ]);
    return microservices.normal('ocr_extractor', 'POST /ocr', request);
  });
  return () => {
    held.resolve(undefined);
  };
}

async function queueSize(): Promise<number> {
  const text = await register.getSingleMetricAsString('processing_queue_size');
  return Number(/^processing_queue_size (\d+)$/m.exec(text)?.[1]);
}

describe('an attempt that fails', () => {
  it('is followed by another one, which begins at the first phase that is missing', async () => {
    failOcr(2);
    const job = await ends('succeeded', await send());
    expect(job).toMatchObject({ attempts: 3, error: null, progress: 100 });
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
    expect(microservices.callsTo('ml_classifier')).toHaveLength(1);
    expect(microservices.callsTo('ml_embeddings')).toHaveLength(1);
    expect(microservices.callsTo('ocr_extractor', 'POST /ocr')).toHaveLength(3);
  });

  it('tells why while the job waits, and in its history', async () => {
    failOcr(1);
    const { id } = await ends('succeeded', await send());
    const events = await query<{ type: string; data: Record<string, unknown> }>(
      'SELECT type, data FROM job_events WHERE job_id = $1 ORDER BY id',
      [id],
    );
    const queued = events.filter(({ type }) => type === 'queued').map(({ data }) => data.reason);
    expect(queued).toEqual([undefined, { code: 'UPSTREAM_FAILED', detail: expect.any(String) }]);
    const resumed = events.filter(({ data }) => data.verdict === 'resumed').map(({ data }) => data.phase);
    expect(resumed.sort()).toEqual(['phase_1', 'phase_2', 'phase_3']);
    const breakers = events.filter(({ type }) => type === 'phase').map(({ data }) => data.breaker);
    expect(new Set(breakers)).toEqual(new Set(['closed']));
  });

  it('is the last one when it will not be otherwise the next time', async () => {
    microservices.on('ocr_extractor', 'POST /ocr', () => {
      throw new HttpError(422, 'NO_DOCUMENT', 'this is a cat');
    });
    const job = await send();
    await waitFor(
      async () => (await getJob(gateway.url, token, job.id)).state === 'failed',
      'it fails',
      10_000,
    );
    const failed = await getJob(gateway.url, token, job.id);
    expect(failed.attempts).toBeLessThanOrEqual(MAX_ATTEMPTS);
    expect(failed.error).not.toBeNull();
  });

  it('too often: it is given up, an administrator has it retried, and what was done is not done again', async () => {
    failOcr(MAX_ATTEMPTS);
    const dead = await ends('failed', await send());
    expect(dead).toMatchObject({ attempts: MAX_ATTEMPTS, error: { code: 'UPSTREAM_FAILED' } });
    const { status } = await callApi(gateway.url, `POST /admin/jobs/${dead.id}/retry`, {
      token: adminToken,
    });
    expect(status).toBeLessThan(300);
    expect(await ends('succeeded', dead)).toMatchObject({ attempts: 1, error: null });
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
    const again = await callApi<{ code: string }>(gateway.url, `POST /admin/jobs/${dead.id}/retry`, {
      token: adminToken,
    });
    expect([again.status, again.body.code]).toEqual([409, 'JOB_NOT_RETRYABLE']);
  });
});

describe('DELETE /jobs/{id}', () => {
  const cancel = (id: string) => callApi<JobBody>(gateway.url, `DELETE /jobs/${id}`, { token });

  it('ends what waits: it is never begun', async () => {
    const release = holdOcr();
    const first = await send();
    await ends('running', first);
    const second = await send();
    expect((await cancel(second.id)).body).toMatchObject({ state: 'cancelled' });
    release();
    await ends('succeeded', first);
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
    expect(await query('SELECT FROM job_documents WHERE job_id = $1', [second.id])).toEqual([]);
  });

  it("ends what is under way, and the microservice's call within a second", async () => {
    holdOcr();
    const job = await send();
    await waitFor(() => microservices.callsTo('ocr_extractor').length > 0, 'the text is read');
    const cancelledAt = performance.now();
    expect((await cancel(job.id)).status).toBe(200);
    const [call] = microservices.callsTo('ocr_extractor');
    await waitFor(() => call?.signal.aborted === true, 'the call is ended', 2_000);
    expect(performance.now() - cancelledAt).toBeLessThan(1_000);
    expect(await getJob(gateway.url, token, job.id)).toMatchObject({ state: 'cancelled', error: null });
  });

  it('twice is fine; what is finished is not cancelled', async () => {
    const release = holdOcr();
    const job = await send();
    await cancel(job.id);
    expect((await cancel(job.id)).status).toBe(200);
    release();
    const done = await ends('succeeded', await send());
    const { status, body } = await cancel(done.id);
    expect([status, body.code]).toEqual([409, 'JOB_FINISHED']);
  });
});

describe('fairness', () => {
  it('users take turns, however many jobs each of them has, and never have more under way than they may', async () => {
    const other = await gateway.tokenOf('other-worker@example.com');
    const third = await gateway.tokenOf('third-worker@example.com');
    const release = holdOcr();
    const mine: JobBody[] = [];
    for (let count = 0; count < 5; count += 1) mine.push(await send());
    // As many as may run at all are under way: one of each of two users.
    const theirs = [await send(other), await send(other)];
    const last = await send(third);
    await waitFor(
      () => microservices.callsTo('ocr_extractor', 'POST /ocr').length === 2,
      'two are under way',
    );
    expect((await getJob(gateway.url, token, mine[1]!.id)).state).toBe('queued');
    release();
    await Promise.all([...mine.map((job) => ends('succeeded', job)), ends('succeeded', last, third)]);
    await Promise.all(theirs.map((job) => ends('succeeded', job, other)));
    const order = await query<{ id: string }>(
      "SELECT id FROM jobs WHERE state = 'succeeded' ORDER BY started_at",
    );
    const places = (jobs: readonly JobBody[]) =>
      jobs.map(({ id }) => order.findIndex((row) => row.id === id));
    // The third user's only job does not wait for all of the first one's.
    expect(places([last])[0]).toBeLessThan(places(mine)[3]!);
    const [most] = await query<{ most: number }>(
      `SELECT max(at_once)::int AS most FROM (
         SELECT count(*) AS at_once FROM jobs one JOIN jobs two ON two.owner_id = one.owner_id
           AND two.started_at <= one.started_at AND two.finished_at > one.started_at
         WHERE one.state = 'succeeded' AND one.attempts = 1 AND two.attempts = 1
         GROUP BY one.id) AS counted`,
    );
    expect(most?.most).toBe(1);
  });
});

describe('processing_queue_size', () => {
  it('is the number of jobs that are not finished', async () => {
    expect(await queueSize()).toBe(0);
    const release = holdOcr();
    const jobs = [await send(), await send(), await send()];
    expect(await queueSize()).toBe(3);
    release();
    for (const job of jobs) await ends('succeeded', job);
    expect(await queueSize()).toBe(0);
  });
});

describe('a gateway that ends', () => {
  it('gives back what it cannot finish, and another one goes on at the first phase that is missing', async () => {
    const release = holdOcr();
    const job = await send();
    await waitFor(() => microservices.callsTo('ocr_extractor').length > 0, 'the text is read');
    expect(job.state).toBe('queued');
    release();
    await ends('succeeded', job);
  });
});
