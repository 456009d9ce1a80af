import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { IrisClient, isIrisError, type Job, type Progress } from '../../../clients/typescript/src/index.ts';
import { HttpError } from '../../../examples/microservices/shared/http-error.ts';
import { CuttingProxy } from '../../support/cutting-proxy.js';
import { freshDocument } from '../../support/documents.js';
import { PASSWORD, TestGateway } from '../../support/gateway.js';
import { TestMicroservices } from '../../support/microservices.js';
import { waitFor } from '../../support/wait-for.js';

jest.setTimeout(60_000);

const EMAIL = 'typed@iris.example.com';
const FIELDS = { nombres: 'VALENTINA' };

let microservices: TestMicroservices;
let gateway: TestGateway;
let proxy: CuttingProxy;
let client: IrisClient;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: {
      IRIS__jobs__max_attempts: '1',
      IRIS__services__ocr_extractor__max_retries: '0',
      IRIS__services__ocr_extractor__circuit_breaker__failure_threshold: '100',
    },
  });
  await gateway.createUser(EMAIL);
  proxy = await CuttingProxy.start(gateway.url);
  client = new IrisClient({ baseUrl: proxy.url, auth: { email: EMAIL, password: PASSWORD } });
});

afterEach(async () => {
  await microservices.reset();
  proxy.reset();
});

afterAll(async () => {
  await proxy.stop();
  await gateway.stop();
  await microservices.stop();
});

async function listed(): Promise<Job[]> {
  const found: Job[] = [];
  for await (const job of client.jobs.all()) found.push(job);
  return found;
}

describe('client.process', () => {
  it('tells how the document gets on, and gives its result', async () => {
    const told: Progress[] = [];
    const result = await client.process(freshDocument(), {
      fileName: 'cedula.jpg',
      onProgress: (progress) => told.push(progress),
    });
    expect(result.final_result.extracted_data).toEqual(FIELDS);
    expect(result.phases.phase_4).toMatchObject({ status: 'completed', output: { confidence: 0.92 } });
    expect(told.map(({ state }) => state).filter((state, index, all) => state !== all[index - 1])).toEqual([
      'sending',
      'queued',
      'running',
      'succeeded',
    ]);
    const last = told.at(-1);
    expect(last).toMatchObject({ progress: 100, job: { file_name: 'cedula.jpg', state: 'succeeded' } });
    expect(Object.values(last?.phases ?? {}).map(({ status }) => status)).toEqual(Array(5).fill('completed'));
  });

  it('goes on after the last event when the stream breaks off', async () => {
    const release = microservices.hold('ocr_extractor', 'POST /ocr');
    proxy.next(/events/, 'breaks off', 'is refused');
    const ids: number[] = [];
    const processed = client.process(freshDocument(), {
      onProgress: ({ event }) => event && ids.push(event.id),
    });
    await waitFor(() => proxy.requestsTo(/events/).length === 3, 'it has come back', 20_000);
    release();
    expect((await processed).final_result.extracted_data).toEqual(FIELDS);
    expect(ids).toEqual(ids.map((_id, index) => index + 1));
    const known = proxy.requestsTo(/events/).map(({ headers }) => headers['last-event-id']);
    expect(known[0]).toBeUndefined();
    expect(known.slice(1).every((id) => Number(id) > 0)).toBe(true);
  });

  it('a signal that ends it ends the job as well', async () => {
    const release = microservices.hold('ocr_extractor', 'POST /ocr');
    const abort = new AbortController();
    let job: Job | undefined;
    const processed = client.process(freshDocument(), {
      signal: abort.signal,
      onProgress: (progress) => {
        job = progress.job;
        if (progress.phase === 'phase_4') abort.abort();
      },
    });
    await expect(processed).rejects.toMatchObject({ name: 'AbortError' });
    expect((await client.jobs.get(job?.id ?? '')).state).toBe('cancelled');
    const [call] = microservices.callsTo('ocr_extractor', 'POST /ocr');
    await waitFor(() => call?.signal.aborted === true, 'the microservice is told');
    release();
  });

  it('a signal that ends it while it is being accepted leaves no job behind', async () => {
    const release = microservices.hold('ocr_extractor', 'POST /ocr');
    const abort = new AbortController();
    const impatient = new IrisClient({
      baseUrl: proxy.url,
      auth: { email: EMAIL, password: PASSWORD },
      fetch: async (url, init) => {
        const response = await fetch(url, init);
        if (url.endsWith('/process')) abort.abort();
        return response;
      },
    });
    const before = await listed();
    const processed = impatient.process(freshDocument(), { signal: abort.signal });
    await expect(processed).rejects.toMatchObject({ name: 'AbortError' });
    const states = (await listed()).map(({ state }) => state);
    expect([states.length, states[0]]).toEqual([before.length + 1, 'cancelled']);
    release();
  });

  it('takes what is a stream, and tells what cannot be processed', async () => {
    const source = new Blob([freshDocument()]).stream();
    expect((await client.process(source)).final_result.extracted_data).toEqual(FIELDS);
    const refused = client.process(new TextEncoder().encode('hello'));
    await expect(refused).rejects.toMatchObject({ code: 'DOCUMENT_TYPE_UNSUPPORTED', status: 415 });
  });

  it('client.batch: each document becomes a job, or is refused', async () => {
    const note = { source: new Blob(['hello']), fileName: 'note.txt' };
    proxy.next(/batch/, 'is lost');
    const { batch_id: batchId, jobs, refused } = await client.batch([freshDocument(), note]);
    expect(jobs).toHaveLength(1);
    expect(refused).toMatchObject([{ file_name: 'note.txt', code: 'DOCUMENT_TYPE_UNSUPPORTED' }]);
    const [job] = jobs;
    const { processing_id: id } = await client.jobs.follow(job!);
    expect((await client.result(id)).final_result.extracted_data).toEqual(FIELDS);
    expect((await client.jobs.list({ batch_id: batchId, state: 'succeeded' })).items).toHaveLength(1);
  });

  it('a job that fails › IrisJobError with its code and the job', async () => {
    microservices.on('ocr_extractor', 'POST /ocr', () =>
      Promise.reject(new HttpError(422, 'UNREADABLE', 'no text')),
    );
    const error: unknown = await client.process(freshDocument()).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'IrisJobError',
      code: 'DOCUMENT_REJECTED',
      job: { state: 'failed' },
    });
    expect(isIrisError(error, 'DOCUMENT_REJECTED')).toBe(true);
  });

  it('a document whose answer was lost is sent again, and accepted once', async () => {
    const before = await listed();
    proxy.next(/^POST .process/, 'is lost', 'is lost');
    await client.process(freshDocument());
    expect(proxy.requestsTo(/^POST .process/)).toHaveLength(3);
    expect(await listed()).toHaveLength(before.length + 1);
  });

  it('with wait: the answer is the result, without a job', async () => {
    const before = await listed();
    const result = await client.process(freshDocument(), {
      wait: 20,
      fields: { document_type: 'pasaporte' },
    });
    expect(result.final_result).toMatchObject({ document_type: 'pasaporte', extracted_data: FIELDS });
    expect(proxy.requestsTo(/events/)).toEqual([]);
    expect(await listed()).toHaveLength(before.length);
  });
});
