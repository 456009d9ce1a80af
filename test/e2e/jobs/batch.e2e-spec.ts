import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../../support/api-client.js';
import { freshDocument } from '../../support/documents.js';
import { TestGateway } from '../../support/gateway.js';
import { type JobBody, jobIn } from '../../support/jobs.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';
import { makeZip } from '../../support/zip.js';

jest.setTimeout(60_000);

const MAX_DOCUMENTS = 5;
const MAX_QUEUED = 8;

interface BatchBody {
  readonly batch_id: string;
  readonly jobs: readonly (JobBody & { readonly batch_id: string; readonly file_name: string })[];
  readonly refused: readonly { readonly file_name: string; readonly code: string }[];
  readonly code?: string;
}

type File = readonly [bytes: Uint8Array<ArrayBuffer>, name: string];

let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: {
      IRIS__jobs__max_batch_documents: String(MAX_DOCUMENTS),
      IRIS__jobs__max_queued_per_user: String(MAX_QUEUED),
      IRIS__jobs__max_running_per_user: '1',
    },
  });
  token = await gateway.tokenOf('batch@example.com');
});

beforeEach(() => microservices.reset());

afterEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

async function send(
  files: readonly File[],
  {
    fields = {},
    headers = {},
    as = token,
  }: { fields?: Record<string, string>; headers?: Record<string, string>; as?: string } = {},
): Promise<{ status: number; headers: Headers; body: BatchBody }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const [bytes, name] of files) form.append('file', new Blob([bytes]), name);
  const response = await gateway.fetch('/jobs/batch', {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, ...headers },
    body: form,
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as BatchBody };
}

const ends = ({ id }: JobBody): Promise<JobBody> => jobIn('succeeded', { url: gateway.url, token, id });

/** Until it is released, no text is read. */
const holdOcr = (): (() => void) => microservices.hold('ocr_extractor', 'POST /ocr');

describe('POST /jobs/batch', () => {
  it('makes a job of each document, in parts and in a ZIP, and says which ones it refuses', async () => {
    const zip = makeZip([
      { name: 'scans/c.jpg', content: freshDocument() },
      { name: 'scans/notes.txt', content: Buffer.from('no document') },
    ]);
    const { status, headers, body } = await send([
      [freshDocument(), 'a.jpg'],
      [freshDocument(), 'b.jpg'],
      [Buffer.from(zip), 'more.zip'],
    ]);
    expect(status).toBe(202);
    expect(headers.get('location')).toBe(`/jobs?batch_id=${body.batch_id}`);
    expect(body.jobs.map(({ file_name: name }) => name)).toEqual(['a.jpg', 'b.jpg', 'c.jpg']);
    expect(body.refused).toEqual([
      { file_name: 'notes.txt', code: 'DOCUMENT_TYPE_UNSUPPORTED', detail: expect.any(String) },
    ]);
    for (const job of body.jobs)
      expect(await ends(job)).toMatchObject({ batch_id: body.batch_id, progress: 100 });
    const list = await callApi<{ items: JobBody[] }>(gateway.url, `GET /jobs?batch_id=${body.batch_id}`, {
      token,
    });
    expect(list.body.items).toHaveLength(3);
  });

  it('comes after what somebody waits for', async () => {
    const release = holdOcr();
    const { body } = await send(
      Array.from({ length: 5 }, (_, index) => [freshDocument(), `${index}.jpg`] as const),
    );
    const form = new FormData();
    form.set('file', new Blob([freshDocument()]), 'urgent.jpg');
    const response = await gateway.fetch('/process', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, prefer: 'respond-async' },
      body: form,
    });
    expect(await response.json()).toMatchObject({ position: 0 });
    release();
    for (const job of body.jobs) await ends(job);
  });

  it('twice with the same key is one batch', async () => {
    const files: File[] = [[freshDocument(), 'a.jpg']];
    const headers = { 'idempotency-key': 'batch-1' };
    const first = await send(files, { headers });
    const second = await send(files, { headers });
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    const other = await send([[freshDocument(), 'a.jpg']], { headers });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    for (const job of first.body.jobs) await ends(job);
  });

  it.each([
    ['too many documents', MAX_DOCUMENTS + 1, {}, 413, 'BATCH_TOO_MANY_DOCUMENTS'],
    ['none at all', 0, {}, 422, 'VALIDATION_FAILED'],
    ['bad parameters', 1, { document_type: 'nonsense' }, 422, 'VALIDATION_FAILED'],
  ])('%s: nothing is accepted', async (_what, count, fields, status, code) => {
    const files = Array.from({ length: count }, (_, index) => [freshDocument(), `${index}.jpg`] as const);
    const answer = await send(files, { fields });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('more than may wait is refused as a whole', async () => {
    const other = await gateway.tokenOf('batch-other@example.com');
    const release = holdOcr();
    const files = () => Array.from({ length: MAX_DOCUMENTS }, () => [freshDocument(), 'x.jpg'] as const);
    expect((await send(files(), { as: other })).status).toBe(202);
    // Which one is first is for the workers to say, when several of them look at the same moment.
    const isUnderWay = async (): Promise<boolean> => {
      const { body } = await callApi<{ items: JobBody[] }>(gateway.url, 'GET /jobs?state=running', {
        token: other,
      });
      return body.items.length === 1;
    };
    await waitFor(isUnderWay, 'one is under way', 20_000);
    // Four wait, and five more would be nine.
    const { status, headers, body } = await send(files(), { as: other });
    expect([status, body.code]).toEqual([429, 'TOO_MANY_JOBS']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await send([[freshDocument(), 'x.jpg']], { as: other })).status).toBe(202);
    release();
  });
});
