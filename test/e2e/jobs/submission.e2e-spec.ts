import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { json } from 'node:stream/consumers';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { HttpError } from '../../../examples/microservices/shared/http-error.ts';
import { Database } from '../../../src/database/index.js';
import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { getJob, jobIn, submit, type Submission } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(60_000);

const ASYNC = { prefer: 'respond-async' };

let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;
let document: Buffer<ArrayBuffer>;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({ services: microservices.urls });
  token = await gateway.tokenOf('submission@example.com');
});

beforeEach(async () => {
  document = freshDocument();
  await microservices.reset();
});

afterEach(async () => {
  await microservices.reset();
  const isQuiet = async (): Promise<boolean> =>
    (await query("SELECT FROM jobs WHERE state IN ('queued', 'running')")).length === 0;
  await waitFor(isQuiet, 'no job is left', 20_000);
});

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

function send(options: Partial<Submission> = {}): ReturnType<typeof submit> {
  return submit(gateway.url, document, { token, ...options });
}

async function query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
  return gateway.app.get(Database, { strict: false }).run((manager) => manager.query<Row[]>(sql, values));
}

/** Until it is released, no text is read. */
const holdOcr = (): (() => void) => microservices.hold('ocr_extractor', 'POST /ocr');

async function result(processingId: string): Promise<{ status: number; body: Record<string, unknown> }> {
  return callApi(gateway.url, `GET /results/${processingId}`, { token });
}

describe('POST /process with Prefer: respond-async', () => {
  it('answers 202 at once, with where to look, when and what for', async () => {
    const release = holdOcr();
    const { status, headers, body } = await send();
    expect(status).toBe(202);
    expect(headers.get('location')).toBe(`/jobs/${body.id}`);
    expect(headers.get('preference-applied')).toBe('respond-async');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({ state: 'queued', progress: 0, attempts: 0, error: null });
    release();
    await jobIn('succeeded', { url: gateway.url, token, id: body.id });
  });

  it('job and document are in the database when the answer is sent, and only the job when it is done', async () => {
    const release = holdOcr();
    const { body } = await send();
    const kept = () =>
      query<{ bytes: Buffer }>('SELECT bytes FROM job_documents WHERE job_id = $1', [body.id]);
    expect((await kept())[0]?.bytes.equals(document)).toBe(true);
    release();
    await jobIn('succeeded', { url: gateway.url, token, id: body.id });
    expect(await kept()).toEqual([]);
    expect(await query('SELECT FROM job_checkpoints WHERE job_id = $1', [body.id])).toEqual([]);
  });

  it('the result is what a waiting client would have been answered', async () => {
    const { body } = await send();
    await jobIn('succeeded', { url: gateway.url, token, id: body.id });
    const live = await send({ headers: {} });
    const { body: kept } = await result(body.processing_id);
    expect(kept).toMatchObject({ success: true, processing_id: body.processing_id });
    expect(kept.final_result).toEqual(live.body.final_result);
  });

  it.each([
    ['bad parameters', { document_type: 'nonsense' }, ASYNC, 'VALIDATION_FAILED'],
    ['a bad retention', {}, { ...ASYNC, 'x-retention': '3 days' }, 'VALIDATION_FAILED'],
  ])('refuses %s before anything is kept', async (_what, fields, headers, code) => {
    const [before] = await query('SELECT count(*) FROM jobs');
    const { status, body } = await send({ fields, headers });
    expect([status, body.code]).toEqual([422, code]);
    expect((await query('SELECT count(*) FROM jobs'))[0]).toEqual(before);
  });
});

describe('POST /process with Prefer: wait', () => {
  it('answers 200 when it is done in time', async () => {
    const { status, headers, body } = await send({ headers: { prefer: 'wait=5' } });
    expect([status, headers.get('preference-applied')]).toEqual([200, null]);
    expect(body).toMatchObject({ success: true });
  });

  it('answers 202 when the time is over, for the same work', async () => {
    const release = holdOcr();
    const { status, headers, body } = await send({ headers: { prefer: 'wait=0' } });
    expect([status, headers.get('preference-applied')]).toEqual([202, 'wait=0']);
    expect(body).toMatchObject({ state: 'running', attempts: 1 });
    await waitFor(() => microservices.callsTo('ocr_extractor').length > 0, 'the text is read');
    release();
    await jobIn('succeeded', { url: gateway.url, token, id: body.id });
    expect(microservices.calls.map(({ route }) => route).sort()).toEqual(
      ['POST /classify', 'POST /embed', 'POST /extract', 'POST /ocr', 'POST /process'].sort(),
    );
    expect((await result(body.processing_id)).body).toMatchObject({ success: true });
  });

  it('goes on when the client has gone after it was told', async () => {
    const release = holdOcr();
    const { body } = await send({ headers: { prefer: 'wait=0' } });
    await waitFor(() => microservices.callsTo('ocr_extractor').length > 0, 'the text is read');
    expect(microservices.callsTo('ocr_extractor')[0]?.signal.aborted).toBe(false);
    release();
    await jobIn('succeeded', { url: gateway.url, token, id: body.id });
  });

  it('a job that it has become ends with the error of the work', async () => {
    const release = Promise.withResolvers<undefined>();
    microservices.on('ocr_extractor', 'POST /ocr', async () => {
      await release.promise;
      throw new HttpError(422, 'NO_DOCUMENT', 'this is a cat');
    });
    const { body } = await send({ headers: { prefer: 'wait=0' } });
    expect(body.state).toBe('running');
    release.resolve(undefined);
    await waitFor(async () => (await getJob(gateway.url, token, body.id)).state !== 'running', 'it ends');
  });
});

describe('POST /process without a preference', () => {
  it('becomes a job when the synchronous limit passes, for the same work', async () => {
    const impatient = await TestGateway.start({
      services: microservices.urls,
      env: { IRIS__jobs__sync_limit_seconds: '0.3' },
    });
    try {
      const own = await impatient.tokenOf('impatient@example.com');
      const release = holdOcr();
      const { status, body } = await submit(impatient.url, document, { token: own, headers: {} });
      expect([status, body.state]).toEqual([202, 'running']);
      release();
      await jobIn('succeeded', { url: impatient.url, token: own, id: body.id });
      expect(microservices.callsTo('ocr_extractor', 'POST /ocr')).toHaveLength(1);
    } finally {
      await impatient.stop();
    }
  });
});

describe('Idempotency-Key', () => {
  const headers = { ...ASYNC, 'idempotency-key': 'once' };

  it('twenty at once are one job, and later ones get the same answer', async () => {
    const key = { ...ASYNC, 'idempotency-key': 'twenty' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ headers: key })));
    const accepted = answers.filter(({ status }) => status === 202);
    expect(accepted.length).toBeGreaterThan(0);
    for (const { status } of answers) expect([202, 409]).toContain(status);
    expect(new Set(accepted.map(({ body }) => body.id)).size).toBe(1);
    const again = await send({ headers: key });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body.id).toBe(accepted[0]?.body.id);
  });

  it('with another document: 422', async () => {
    expect((await send({ headers })).status).toBe(202);
    document = freshDocument();
    const { status, body } = await send({ headers });
    expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('keeps the answer that a client waited for, too', async () => {
    const key = { 'idempotency-key': 'live' };
    const first = await send({ headers: key });
    const second = await send({ headers: key });
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });
});

describe('X-Retention: 0s', () => {
  it('nothing of the document gets into the cache', async () => {
    await send({ headers: { 'x-retention': '0s' } });
    microservices.calls.length = 0;
    await send({ headers: {} });
    expect(microservices.callsTo('ocr_extractor', 'POST /ocr')).toHaveLength(1);
  });

  it('nor is the answer kept for a repeated request', async () => {
    const headers = { 'x-retention': '0s', 'idempotency-key': 'fleeting' };
    await send({ headers });
    microservices.calls.length = 0;
    const again = await send({ headers });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([200, null]);
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
  });
});

describe('DELETE /documents/{sha256}', () => {
  const forget = () =>
    callApi(gateway.url, `DELETE /documents/${createHash('sha256').update(document).digest('hex')}`, {
      token,
    });

  it('forgets jobs, results and answers, too', async () => {
    const key = { 'idempotency-key': 'forgotten' };
    const live = await send({ headers: key });
    const { body } = await send();
    await jobIn('succeeded', { url: gateway.url, token, id: body.id });
    expect((await forget()).status).toBe(204);
    expect((await result(body.processing_id)).status).toBe(410);
    expect(await query('SELECT FROM job_results WHERE job_id = $1', [body.id])).toEqual([]);
    microservices.calls.length = 0;
    const again = await send({ headers: key });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([live.status, null]);
    expect(microservices.callsTo('image_processor')).toHaveLength(1);
  });

  it('ends jobs for it that are under way', async () => {
    const release = holdOcr();
    const { body } = await send();
    await waitFor(() => microservices.callsTo('ocr_extractor').length > 0, 'the text is read');
    expect((await forget()).status).toBe(204);
    expect((await getJob(gateway.url, token, body.id)).state).toBe('cancelled');
    await waitFor(
      () => microservices.callsTo('ocr_extractor')[0]?.signal.aborted === true,
      'the call is ended',
    );
    release();
    expect(await query('SELECT FROM job_documents WHERE job_id = $1', [body.id])).toEqual([]);
  });
});

describe('a queue that is full', () => {
  let small: TestGateway;
  let owner: string;

  beforeAll(async () => {
    small = await TestGateway.start({
      services: microservices.urls,
      env: { IRIS_PROCESS: 'web', IRIS__jobs__max_queued_per_user: '2', IRIS__jobs__max_queued: '3' },
    });
    owner = await small.tokenOf('owner@example.com');
  });

  afterAll(() => small.stop());

  /** The upload never comes: whoever waited for it would not answer. */
  async function withoutBody(
    as: string,
  ): Promise<{ status: number | undefined; retryAfter: string | undefined; body: unknown }> {
    const call = httpRequest(`${small.url}/process`, {
      method: 'POST',
      headers: {
        ...ASYNC,
        authorization: `Bearer ${as}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': '1000000',
      },
    });
    call.on('error', () => undefined);
    call.flushHeaders();
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    const body: unknown = await json(response);
    call.destroy();
    return { status: response.statusCode, retryAfter: response.headers['retry-after'], body };
  }

  it('refuses before the upload is read: 429 for one user, 503 for all, with when to come back', async () => {
    for (let count = 0; count < 2; count += 1) {
      expect((await submit(small.url, document, { token: owner })).status).toBe(202);
    }
    const refused = await withoutBody(owner);
    expect(refused.status).toBe(429);
    expect(Number(refused.retryAfter)).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ code: 'TOO_MANY_JOBS', limit: 2, actual: 2 });

    const other = await small.tokenOf('other@example.com');
    expect((await submit(small.url, document, { token: other })).status).toBe(202);
    const third = await small.tokenOf('third@example.com');
    const full = await submit(small.url, document, { token: third });
    expect([full.status, full.body.code]).toEqual([503, 'QUEUE_FULL']);
    expect(Number(full.headers.get('retry-after'))).toBeGreaterThan(0);
    // Whoever waits is not concerned.
    expect((await submit(small.url, document, { token: third, headers: {} })).status).toBe(200);
  });
});
