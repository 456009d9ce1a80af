import { randomUUID } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { Database } from '../../../src/database/index.js';
import { DrainState } from '../../../src/health/index.js';
import { JobFeed } from '../../../src/jobs/reading/job-feed.js';
import { type Answer, callApi, type CallOptions } from '../../support/api-client.js';
import { sendDocument } from '../../support/document-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { type JobBody, jobIn, type Submission, submit } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(60_000);

const ULID = '[0-9A-HJKMNP-TV-Z]{26}';
const CHEAP_HASHES = { IRIS__auth__argon2__memory_kib: '8192', IRIS__auth__argon2__iterations: '1' };

interface Body extends JobBody {
  readonly owner_id?: string;
  readonly is_dead?: boolean;
  readonly detail: string;
  readonly entries: readonly Record<string, unknown>[];
  readonly items: readonly Body[];
  readonly next_cursor: string | null;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly batch_id: string | null;
}

let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;
let otherToken: string;
let adminToken: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: { ...CHEAP_HASHES, IRIS__jobs__max_attempts: '1' },
  });
  token = await gateway.tokenOf('jobs@example.com');
  otherToken = await gateway.tokenOf('other@example.com');
  adminToken = await gateway.tokenOf('admin@example.com', 'admin');
  const isAccepted = async (): Promise<boolean> =>
    (await submit(gateway.url, freshDocument(), { token: adminToken })).status === 202;
  await waitFor(isAccepted, 'the queue is ready', 20_000);
  const isDone = async (): Promise<boolean> =>
    (await call('GET /jobs?state=succeeded', { token: adminToken })).body.items.length === 1;
  await waitFor(isDone, 'the first job is done');
});

afterEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

const call = (route: string, options: CallOptions = {}): Promise<Answer<Body>> =>
  callApi<Body>(gateway.url, route, { token, ...options });

async function sql(statement: string, values: unknown[] = []): Promise<void> {
  await gateway.app.get(Database, { strict: false }).run((manager) => manager.query(statement, values));
}

/** Until it is released, no text is read. */
const holdReading = (): (() => void) => microservices.hold('ocr_extractor', 'POST /ocr');

async function submitted(submission: Partial<Submission> = {}): Promise<JobBody> {
  const { status, body } = await submit(gateway.url, freshDocument(), { token, ...submission });
  expect(status).toBe(202);
  return body;
}

async function succeeded(submission: Partial<Submission> = {}): Promise<JobBody> {
  const { id } = await submitted(submission);
  return jobIn('succeeded', { url: gateway.url, token: submission.token ?? token, id });
}

/** With the settings above, it is given up at once. */
async function dead(): Promise<JobBody> {
  microservices.on('ocr_extractor', 'POST /ocr', () => Promise.resolve({ nonsense: true }));
  const { id } = await submitted();
  return jobIn('failed', { url: gateway.url, token, id });
}

describe('GET /jobs/{id}', () => {
  it('shows the whole of a job, and is never stored', async () => {
    const job = await succeeded();
    const { status, headers, body } = await call(`GET /v1/jobs/${job.id}`);
    expect({ status, cache: headers.get('cache-control'), retry: headers.get('retry-after') }).toEqual({
      status: 200,
      cache: 'no-store',
      retry: null,
    });
    expect(body).toEqual({
      id: expect.stringMatching(new RegExp(`^job_${ULID}$`)),
      processing_id: expect.stringMatching(new RegExp(`^proc_${ULID}$`)),
      batch_id: null,
      state: 'succeeded',
      phase: 'phase_5',
      progress: 100,
      position: null,
      attempts: 1,
      file_name: 'document',
      document_sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      document_bytes: expect.any(Number),
      document_type: 'auto',
      error: null,
      created_at: expect.any(String),
      started_at: expect.any(String),
      finished_at: expect.any(String),
      expires_at: expect.any(String),
      links: {
        self: `/jobs/${job.id}`,
        events: `/jobs/${job.id}/events`,
        timeline: `/jobs/${job.id}/timeline`,
        result: `/results/${job.processing_id}`,
      },
    });
  });

  it('says when to ask again while it is not finished', async () => {
    const release = holdReading();
    const { id } = await submitted();
    expect((await call(`GET /jobs/${id}`)).headers.get('retry-after')).toBe('1');
    release();
    await jobIn('succeeded', { url: gateway.url, token, id });
  });

  it('with wait › answers when the job ends, and not before', async () => {
    const release = holdReading();
    const { id } = await submitted();
    let isAnswered = false;
    const waiting = call(`GET /jobs/${id}?wait=30`).finally(() => (isAnswered = true));
    await waitFor(() => microservices.callsTo('ocr_extractor', 'POST /ocr').length === 1, 'it is under way');
    // The feed looks once a second: it has told of changes that are not the end.
    await waitFor(async () => (await call(`GET /jobs/${id}`)).body.progress > 0, 'phases are noted');
    expect(isAnswered).toBe(false);
    const releasedAt = performance.now();
    release();
    const { body, headers } = await waiting;
    expect(body.state).toBe('succeeded');
    expect(headers.get('retry-after')).toBeNull();
    expect(performance.now() - releasedAt).toBeLessThan(3_000);
  });

  it('with wait › answers when the time is over', async () => {
    const release = holdReading();
    const { id } = await submitted();
    const startedAt = performance.now();
    const { status, body, headers } = await call(`GET /jobs/${id}?wait=1`);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(990);
    expect({ status, state: body.state, retry: headers.get('retry-after') }).toEqual({
      status: 200,
      state: 'running',
      retry: '1',
    });
    release();
    await jobIn('succeeded', { url: gateway.url, token, id });
  });

  it('with wait › answers at once for a job that is finished', async () => {
    const { id } = await succeeded();
    const startedAt = performance.now();
    expect((await call(`GET /jobs/${id}?wait=30`)).body.state).toBe('succeeded');
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('with wait › nobody watches when the client has gone', async () => {
    const feed = gateway.app.get(JobFeed, { strict: false });
    const release = holdReading();
    const { id } = await submitted();
    const gone = new AbortController();
    const waiting = gateway
      .fetch(`/jobs/${id}?wait=60`, { headers: { authorization: `Bearer ${token}` }, signal: gone.signal })
      .catch((error: unknown) => error);
    await waitFor(() => feed.size === 1, 'it is watched');
    gone.abort();
    expect(await waiting).toMatchObject({ name: 'AbortError' });
    await waitFor(() => feed.size === 0, 'nobody watches');
    release();
    await jobIn('succeeded', { url: gateway.url, token, id });
  });

  it.each(['61', '-1', 'a', '1.5', ''])('wait=%s › 422', async (wait) => {
    const { status, body } = await call(`GET /jobs/job_1?wait=${wait}`);
    expect([status, body.code]).toEqual([422, 'VALIDATION_FAILED']);
  });
});

describe('GET /jobs', () => {
  const listToken = () => gateway.tokenOf(`${randomUUID()}@example.com`);

  it('has all jobs, the newest first, page by page', async () => {
    const own = await listToken();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.push((await submitted({ token: own })).id);
    const seen: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const more: string = cursor && `&cursor=${cursor}`;
      const { status, headers, body } = await call(`GET /jobs?limit=2${more}`, { token: own });
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.next_cursor;
      pages += 1;
    }
    expect([pages, seen]).toEqual([3, ids.toReversed()]);
  });

  it('is narrowed down by state, batch and time', async () => {
    const own = await listToken();
    const first = await succeeded({ token: own });
    const second = await succeeded({ token: own });
    await sql("UPDATE jobs SET batch_id = 'batch_1', created_at = '2026-01-01T00:00:00Z' WHERE id = $1", [
      first.id,
    ]);
    await sql("UPDATE jobs SET state = 'cancelled', created_at = '2026-02-01T00:00:00Z' WHERE id = $1", [
      second.id,
    ]);
    const idsOf = async (query: string): Promise<string[]> =>
      (await call(`GET /jobs?${query}`, { token: own })).body.items.map(({ id }) => id);
    expect(await idsOf('state=succeeded')).toEqual([first.id]);
    expect(await idsOf('state=cancelled')).toEqual([second.id]);
    expect(await idsOf('state=running')).toEqual([]);
    expect(await idsOf('batch_id=batch_1')).toEqual([first.id]);
    expect(await idsOf('batch_id=batch_2')).toEqual([]);
    expect(await idsOf('created_after=2026-01-01T00:00:00Z')).toEqual([second.id, first.id]);
    expect(await idsOf('created_after=2026-01-01T00:00:01Z')).toEqual([second.id]);
    expect(await idsOf('created_before=2026-02-01T00:00:00Z')).toEqual([first.id]);
    expect(await idsOf('created_after=2026-01-01T00:00:00Z&created_before=2026-01-02T00:00:00Z')).toEqual([
      first.id,
    ]);
  });

  it('says how many jobs are ahead of each', async () => {
    const own = await listToken();
    const release = holdReading();
    const jobs: string[] = [];
    // Four are under way, as many as one user may have.
    for (let count = 0; count < 7; count += 1) jobs.push((await submitted({ token: own })).id);
    await waitFor(
      async () => (await call('GET /jobs?state=running', { token: own })).body.items.length === 4,
      'four run',
    );
    const { body } = await call('GET /jobs?state=queued', { token: own });
    expect(body.items.map(({ position }) => position)).toEqual([2, 1, 0]);
    expect((await call(`GET /jobs/${jobs.at(-1)}`, { token: own })).body.position).toBe(2);
    release();
    for (const id of jobs) await jobIn('succeeded', { url: gateway.url, token: own, id });
  });

  it.each([
    'state=done',
    'limit=0',
    'limit=101',
    'cursor=x',
    'batch_id=%00',
    'created_after=yesterday',
    'owner_id=1',
    'state=queued&state=running',
  ])('%s › 422', async (query) => {
    const { status, body } = await call(`GET /jobs?${query}`);
    expect([status, body.code]).toEqual([422, 'VALIDATION_FAILED']);
  });
});

describe('ids of somebody else', () => {
  it.each([
    ['GET', '/jobs/:id'],
    ['GET', '/jobs/:id?wait=5'],
    ['DELETE', '/jobs/:id'],
    ['GET', '/jobs/:id/events'],
    ['GET', '/jobs/:id/timeline'],
    ['GET', '/results/:processing_id'],
  ])('%s %s › 404, as for those that never were', async (method, path) => {
    const release = holdReading();
    const job = await submitted();
    const route = (id: string, processingId: string): string =>
      `${method} ${path.replace(':id', id).replace(':processing_id', processingId)}`;
    const foreign = await call(route(job.id, job.processing_id), { token: otherToken });
    const unknown = await call(route('job_01KB2Z5T7W3N8Q4R6X9Y1M0C2D', 'proc_01KB2Z5T7W3N8Q4R6X9Y1M0C2D'));
    const strange = await call(route('%F0%9F%92%A9', '%F0%9F%92%A9'));
    for (const { status, body } of [foreign, unknown, strange]) {
      const { instance: _path, request_id: _id, ...problem } = { instance: '', request_id: '', ...body };
      expect({ status, problem }).toEqual({
        status: 404,
        problem: expect.objectContaining({
          code: 'JOB_NOT_FOUND',
          detail: 'There is no such job, or it is not yours.',
        }),
      });
    }
    expect((await call('GET /jobs', { token: otherToken })).body.items).toEqual([]);
    release();
    await jobIn('succeeded', { url: gateway.url, token, id: job.id });
  });

  it('an administrator is nobody special here', async () => {
    const { id } = await succeeded();
    expect((await call(`GET /jobs/${id}`, { token: adminToken })).status).toBe(404);
  });
});

describe('DELETE /jobs/{id}', () => {
  it('cancels, twice without harm, and not what is finished', async () => {
    holdReading();
    const { id, processing_id: processingId } = await submitted();
    await waitFor(() => microservices.callsTo('ocr_extractor', 'POST /ocr').length === 1, 'it is under way');
    const first = await call(`DELETE /jobs/${id}`);
    expect([first.status, first.body.state, first.headers.get('cache-control')]).toEqual([
      200,
      'cancelled',
      'no-store',
    ]);
    const second = await call(`DELETE /jobs/${id}`);
    expect([second.status, second.body.state]).toEqual([200, 'cancelled']);
    const result = await call(`GET /results/${processingId}`);
    expect([result.status, result.body.code, result.body.detail]).toEqual([
      409,
      'RESULT_NEVER_COMES',
      'The job was cancelled.',
    ]);
    await microservices.reset();
    const { id: finished } = await succeeded();
    const refused = await call(`DELETE /jobs/${finished}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'JOB_FINISHED']);
  });
});

describe('GET /jobs/{id}/timeline', () => {
  it('tells what has happened, in order', async () => {
    const { id } = await succeeded();
    const { status, body, headers } = await call(`GET /jobs/${id}/timeline`);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ job_id: id });
    const { entries } = body;
    expect(entries.map((entry) => entry.id)).toEqual(entries.map((_, index) => index + 1));
    expect([entries[0], entries[1], entries.at(-1)]).toMatchObject([
      { type: 'queued', state: 'queued', attempts: 0 },
      { type: 'started', state: 'running', attempt: 1 },
      { type: 'succeeded', state: 'succeeded', progress: 100 },
    ]);
    expect(entries.every(({ at }) => typeof at === 'string' && !Number.isNaN(Date.parse(at)))).toBe(true);
  });

  it('has the last thousand entries', async () => {
    const { id } = await succeeded();
    await sql(
      `INSERT INTO job_events (job_id, id, type, data)
       SELECT $1, number, 'phase', '{"state": "running", "progress": 1}' FROM generate_series(1001, 2000) number`,
      [id],
    );
    await sql('UPDATE jobs SET last_event = 2000 WHERE id = $1', [id]);
    const { entries } = (await call(`GET /jobs/${id}/timeline`)).body;
    expect([entries.length, entries[0]?.id, entries.at(-1)?.id]).toEqual([1000, 1001, 2000]);
  });
});

describe('GET /results/{processing_id}', () => {
  it('is what POST /process answers, as often as wanted', async () => {
    const document = freshDocument();
    const { body: job } = await submit(gateway.url, document, { token });
    await jobIn('succeeded', { url: gateway.url, token, id: job.id });
    const { body: live } = await sendDocument(gateway.url, document, { token });
    for (let count = 0; count < 2; count += 1) {
      const { status, headers, body } = await call(`GET /results/${job.processing_id}`);
      expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
        200,
        'application/json; charset=utf-8',
        'no-store',
      ]);
      expect(headers.get('etag')).toMatch(/^"[\w-]{43}"$/);
      expect(body).toMatchObject({
        success: true,
        processing_id: job.processing_id,
        final_result: live.final_result,
      });
    }
  });

  it('If-None-Match › 304 for what the client has', async () => {
    const { processing_id: id } = await succeeded();
    const etag = (await call(`GET /results/${id}`)).headers.get('etag') ?? '';
    const known = await call(`GET /results/${id}`, { headers: { 'if-none-match': `"x", ${etag}` } });
    expect([known.status, known.headers.get('etag'), known.body]).toEqual([304, etag, {}]);
    expect((await call(`GET /results/${id}`, { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  it('HEAD › tells of it', async () => {
    const { processing_id: id } = await succeeded();
    const { status, headers } = await call(`HEAD /results/${id}`);
    expect(status).toBe(200);
    expect(Number(headers.get('content-length'))).toBeGreaterThan(100);
  });

  it('not finished › 409, and when to ask again', async () => {
    const release = holdReading();
    const { id, processing_id: processingId } = await submitted();
    const { status, headers, body } = await call(`GET /results/${processingId}`);
    expect([status, headers.get('retry-after')]).toEqual([409, '1']);
    expect(body).toMatchObject({ code: 'RESULT_NOT_READY', retryable: true });
    release();
    await jobIn('succeeded', { url: gateway.url, token, id });
  });

  it('failed › 409, and why', async () => {
    const { processing_id: id } = await dead();
    const { status, body, headers } = await call(`GET /results/${id}`);
    expect([status, headers.get('retry-after')]).toEqual([409, null]);
    expect(body).toMatchObject({
      code: 'RESULT_NEVER_COMES',
      detail: expect.stringContaining('UPSTREAM_INVALID_RESPONSE'),
      service: 'ocr_extractor',
      phase: 'phase_4',
      retryable: false,
    });
  });

  it('expired › 410, before anybody has swept', async () => {
    const { id, processing_id: processingId } = await succeeded();
    await sql("UPDATE jobs SET expires_at = now() - interval '1 second' WHERE id = $1", [id]);
    const { status, body } = await call(`GET /results/${processingId}`);
    expect([status, body.code]).toEqual([410, 'RESULT_GONE']);
  });

  it('X-Retention: 0s › is delivered once', async () => {
    const headers = { prefer: 'respond-async', 'x-retention': '0s' };
    const { id, processing_id: processingId } = await succeeded({ headers });
    const route = `/results/${processingId}`;
    // What does not deliver it does not end it.
    expect((await call(`HEAD ${route}`)).status).toBe(200);
    expect((await call(`GET ${route}`, { token: otherToken })).status).toBe(404);
    expect((await call(`GET ${route}`)).status).toBe(200);
    await waitFor(async () => (await call(`GET ${route}`)).status === 410, 'it is gone');
    const { expires_at: expiresAt } = (await call(`GET /jobs/${id}`)).body;
    expect(Date.parse(expiresAt ?? '')).toBeLessThanOrEqual(Date.now());
  });
});

describe('/admin/jobs', () => {
  it('lists the jobs of all users, with their owners', async () => {
    const { id } = await succeeded();
    const { id: owner } = (await call('GET /auth/me')).body;
    const { status, body } = await call(`GET /admin/jobs?state=succeeded&owner_id=${owner}`, {
      token: adminToken,
    });
    expect(status).toBe(200);
    expect(body.items.find((job) => job.id === id)).toMatchObject({ owner_id: owner, is_dead: false });
    const foreign = await call(`GET /admin/jobs?owner_id=${randomUUID()}`, { token: adminToken });
    expect(foreign.body.items).toEqual([]);
  });

  it('a job that was given up is seen, retried and on record', async () => {
    const { id } = await dead();
    const deadIds = async (query: string): Promise<string[]> =>
      (await call(`GET /admin/jobs?${query}`, { token: adminToken })).body.items.map((job) => job.id);
    expect(await deadIds('dead=true')).toContain(id);
    expect(await deadIds('dead=false')).not.toContain(id);
    await microservices.reset();
    const { status, body } = await call(`POST /admin/jobs/${id}/retry`, { token: adminToken });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, state: 'queued', is_dead: false, attempts: 0 });
    await jobIn('succeeded', { url: gateway.url, token, id });
    expect(await deadIds('dead=true')).not.toContain(id);
    const { items } = (
      await call(`GET /admin/audit-log?action=job.retried&subject=job:${id}`, { token: adminToken })
    ).body;
    expect(items).toHaveLength(1);
    const again = await call(`POST /admin/jobs/${id}/retry`, { token: adminToken });
    expect([again.status, again.body.code]).toEqual([409, 'JOB_NOT_RETRYABLE']);
  });

  it('an id that never was › 404', async () => {
    const { status, body } = await call('POST /admin/jobs/job_1/retry', { token: adminToken });
    expect([status, body.code]).toEqual([404, 'JOB_NOT_FOUND']);
  });
});

// Last, because nothing begins here from then on.
describe('the end of the process', () => {
  it('ends the waiting', async () => {
    const release = holdReading();
    const { id } = await submitted();
    const feed = gateway.app.get(JobFeed, { strict: false });
    const waiting = call(`GET /jobs/${id}?wait=60`);
    await waitFor(() => feed.size === 1, 'it is watched');
    gateway.app.get(DrainState, { strict: false }).begin();
    const { status, headers } = await waiting;
    expect([status, headers.get('retry-after')]).toEqual([200, '1']);
    expect(feed.size).toBe(0);
    release();
  });
});
