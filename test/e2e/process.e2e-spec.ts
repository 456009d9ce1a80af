import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { SERVICE_NAMES } from '../../src/config/index.js';
import { documentForm, freshDocument } from '../support/documents.js';
import { fastestMs } from '../support/fastest.js';
import { TestGateway } from '../support/gateway.js';
import { MARK, TestMicroservices } from '../support/microservices.js';
import { waitFor } from '../support/wait-for.js';

interface Phase {
  readonly status: string;
  readonly processing_time: number;
  readonly output?: Record<string, unknown>;
  readonly error?: { code: string; detail: string };
}

interface Answer {
  readonly success: boolean;
  readonly processing_id: string;
  readonly phases: Record<'phase_1' | 'phase_2' | 'phase_3' | 'phase_4' | 'phase_5', Phase>;
  readonly total_processing_time: number;
  readonly final_result: { document_type: string; extracted_data: Record<string, unknown> };
}

interface Problem {
  readonly code: string;
  readonly status: number;
  readonly service?: string;
  readonly phase?: string;
  readonly phases?: Record<string, Phase>;
  readonly request_id: string;
}

/** Another one for each test, so that nothing of it is cached. */
let document: Buffer<ArrayBuffer>;
let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await startGateway();
  token = await gateway.tokenOf('process@example.com');
});

beforeEach(() => {
  document = freshDocument();
});

afterEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

/** Short delays keep retries from slowing the tests down; a high threshold keeps breakers out of other tests. */
function startGateway(env: Record<string, string> = {}): Promise<TestGateway> {
  const settings = SERVICE_NAMES.flatMap((service) => [
    [`IRIS__services__${service}__retry_delay`, '0.01'],
    [`IRIS__services__${service}__circuit_breaker__failure_threshold`, '1000'],
  ]);
  return TestGateway.start({
    services: microservices.urls,
    env: { ...(Object.fromEntries(settings) as Record<string, string>), ...env },
  });
}

function send(
  fields: Record<string, string> = {},
  init: RequestInit = {},
  to = gateway,
  bearer = token,
): Promise<Response> {
  return to.fetch('/process', {
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
    body: documentForm(document, fields),
    ...init,
  });
}

async function answerOf(response: Response): Promise<Answer> {
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function problemOf(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return (await response.json()) as Problem;
}

describe('POST /process › a document', () => {
  it('goes through all the phases and comes back as fields', async () => {
    const answer = await answerOf(await send());
    expect(answer.success).toBe(true);
    expect(answer.processing_id).toMatch(/^proc_[0-9A-Z]{26}$/);
    expect(Object.values(answer.phases).map(({ status }) => status)).toEqual(Array(5).fill('completed'));
    expect(answer.phases.phase_2.output?.embeddings).toHaveLength(768);
    expect(answer.phases.phase_3.output).toMatchObject({ predicted_class: 'pasaporte', confidence: 0.9 });
    expect(answer.phases.phase_4.output).toMatchObject({ text: 'NOMBRES VALENTINA', confidence: 0.92 });
    expect(answer.phases.phase_5.output).toMatchObject({ structured_data: { nombres: 'VALENTINA' } });
    expect(answer.final_result).toEqual({
      document_type: 'pasaporte',
      extracted_data: { nombres: 'VALENTINA' },
      confidence_scores: { nombres: 0.9 },
    });
  });

  it('is sent on byte for byte, and its corrected image goes to the later phases', async () => {
    await answerOf(await send());
    const [original] = microservices.callsTo('image_processor');
    const [corrected] = microservices.callsTo('ocr_extractor', 'POST /ocr');
    expect(original?.file?.equals(document)).toBe(true);
    expect(corrected?.file?.equals(Buffer.concat([MARK, document]))).toBe(true);
  });

  it('may come as base64 in JSON, with its parameters in `config`', async () => {
    const response = await send(
      {},
      {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          file: document.toString('base64'),
          config: { language: 'en', ocr_confidence: 0.5 },
        }),
      },
    );
    await answerOf(response);
    const [ocr] = microservices.callsTo('ocr_extractor', 'POST /ocr');
    expect(microservices.callsTo('image_processor')[0]?.file?.equals(document)).toBe(true);
    expect(ocr?.fields).toEqual({ document_type: 'pasaporte', language: 'en', min_confidence: '0.5' });
  });

  it('is answered under /v1 as well', async () => {
    const response = await gateway.fetch('/v1/process', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: documentForm(document),
    });
    expect((await answerOf(response)).success).toBe(true);
  });

  it('tells its times in seconds, and the request its own', async () => {
    const response = await send();
    const answer = await answerOf(response);
    expect(answer.total_processing_time).toBeLessThan(5);
    expect(Number(response.headers.get('x-processing-time'))).toBeGreaterThanOrEqual(
      answer.total_processing_time,
    );
  });
});

describe('POST /process › the graph', () => {
  it('starts embedding and classification together, when the image is prepared', async () => {
    // Each of the two waits for the other to have begun: they only end when they overlap.
    const begun = { embed: Promise.withResolvers<undefined>(), classify: Promise.withResolvers<undefined>() };
    microservices.on('ml_embeddings', 'POST /embed', async (request) => {
      begun.embed.resolve(undefined);
      await begun.classify.promise;
      return microservices.normal('ml_embeddings', 'POST /embed', request);
    });
    microservices.on('ml_classifier', 'POST /classify', async (request) => {
      begun.classify.resolve(undefined);
      await begun.embed.promise;
      return microservices.normal('ml_classifier', 'POST /classify', request);
    });
    await answerOf(await send());
    const [prepared] = microservices.callsTo('image_processor');
    for (const service of ['ml_embeddings', 'ml_classifier'] as const) {
      expect(microservices.callsTo(service)[0]?.startedAt).toBeGreaterThanOrEqual(
        prepared?.endedAt ?? Infinity,
      );
    }
  });

  it('reads the text while the embedding is still being made', async () => {
    const read = Promise.withResolvers<undefined>();
    microservices.on('ml_embeddings', 'POST /embed', async (request) => {
      await read.promise;
      return microservices.normal('ml_embeddings', 'POST /embed', request);
    });
    microservices.on('ocr_extractor', 'POST /extract', (request) => {
      read.resolve(undefined);
      return microservices.normal('ocr_extractor', 'POST /extract', request);
    });
    const answer = await answerOf(await send());
    expect(answer.phases.phase_2.status).toBe('completed');
  });

  it('does not ask the classifier when the client names the class', async () => {
    const answer = await answerOf(await send({ ficha_type: 'ficha_residencia' }));
    expect(microservices.callsTo('ml_classifier')).toHaveLength(0);
    expect(answer.phases.phase_3.status).toBe('skipped');
    expect(answer.final_result.document_type).toBe('ficha_residencia');
    expect(microservices.callsTo('ocr_extractor', 'POST /ocr')[0]?.fields.language).toBe('es');
  });
});

describe('POST /process › a microservice that fails', () => {
  it('ml_embeddings: the document succeeds, and phase_2 says why it did not', async () => {
    await microservices.down('ml_embeddings');
    const answer = await answerOf(await send());
    expect(answer.success).toBe(true);
    expect(answer.phases.phase_2).toMatchObject({
      status: 'failed',
      error: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    expect(answer.final_result.extracted_data).toEqual({ nombres: 'VALENTINA' });
  });

  it('image_processor: the original image goes on, and phase_1 says so', async () => {
    await microservices.down('image_processor');
    const answer = await answerOf(await send());
    expect(answer.phases.phase_1).toMatchObject({
      status: 'failed',
      error: { code: 'UPSTREAM_UNAVAILABLE' },
    });
    expect(microservices.callsTo('ocr_extractor', 'POST /ocr')[0]?.file?.equals(document)).toBe(true);
  });

  it('ocr_extractor: 502 with service and phase, then 503 at once, then it recovers by itself', async () => {
    const breaker = 'IRIS__services__ocr_extractor__circuit_breaker';
    const own = await startGateway({
      [`${breaker}__failure_threshold`]: '3',
      [`${breaker}__recovery_timeout`]: '2',
    });
    try {
      const bearer = await own.tokenOf('ocr@example.com');
      await microservices.down('ocr_extractor');

      const failed = await send({}, {}, own, bearer);
      expect(failed.status).toBe(502);
      const problem = await problemOf(failed);
      expect(problem).toMatchObject({
        code: 'UPSTREAM_UNAVAILABLE',
        service: 'ocr_extractor',
        phase: 'phase_4',
      });
      expect(problem.phases?.phase_1).toMatchObject({ status: 'completed' });
      expect(problem.phases?.phase_5).toMatchObject({ status: 'skipped' });

      // The seed's threshold is 3 and its retries are 2: one document has opened the breaker.
      const before = microservices.calls.length;
      const refusedMs = await fastestMs(async () => {
        const startedAt = performance.now();
        expect((await send({}, {}, own, bearer)).status).toBe(503);
        return performance.now() - startedAt;
      });
      expect(refusedMs).toBeLessThan(50);
      const refused = await send({}, {}, own, bearer);
      expect(refused.status).toBe(503);
      expect(refused.headers.get('retry-after')).toMatch(/^[12]$/);
      expect(await problemOf(refused)).toMatchObject({ code: 'UPSTREAM_BREAKER_OPEN', phase: 'phase_4' });
      expect(microservices.calls).toHaveLength(before);

      await microservices.up('ocr_extractor');
      await waitFor(async () => (await send({}, {}, own, bearer)).status === 200, 'the breaker closes again');
    } finally {
      await own.stop();
    }
  });

  it('ml_classifier: the other phases are ended, and the problem names the phase', async () => {
    microservices.on('ml_classifier', 'POST /classify', () => Promise.resolve({ nonsense: true }));
    microservices.on('ml_embeddings', 'POST /embed', ({ signal }) => forever(signal));
    const response = await send();
    expect(response.status).toBe(502);
    expect(await problemOf(response)).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE', phase: 'phase_3' });
    await waitFor(
      () => microservices.callsTo('ml_embeddings')[0]?.signal.aborted ?? false,
      'embedding is ended',
    );
  });
});

describe('POST /process › a client that hangs up', () => {
  it('ends the running calls of the microservices within 100 ms', async () => {
    microservices.on('ml_embeddings', 'POST /embed', ({ signal }) => forever(signal));
    microservices.on('ml_classifier', 'POST /classify', ({ signal }) => forever(signal));
    expect(await fastestMs(hangUpMs)).toBeLessThan(100);
  });

  /** From the client's hang-up until both microservices have seen the end of their calls. */
  async function hangUpMs(): Promise<number> {
    microservices.calls.length = 0;
    const hangUp = new AbortController();
    const request = send({}, { signal: hangUp.signal }).catch((error: unknown) => error);
    const running = (): AbortSignal[] =>
      microservices.calls.filter(({ service }) => service.startsWith('ml_')).map(({ signal }) => signal);
    await waitFor(() => running().length === 2, 'both calls are running');
    const startedAt = performance.now();
    hangUp.abort();
    await waitFor(() => running().every((signal) => signal.aborted), 'both calls are ended');
    const tookMs = performance.now() - startedAt;
    expect(await request).toMatchObject({ name: 'AbortError' });
    return tookMs;
  }
});

describe('POST /process › the deadline', () => {
  it('answers 504 when the whole request takes too long, with the phase that was running', async () => {
    const own = await startGateway({ IRIS__processing__request_deadline_seconds: '0.5' });
    try {
      const bearer = await own.tokenOf('deadline@example.com');
      microservices.on('ocr_extractor', 'POST /ocr', ({ signal }) => forever(signal));
      const response = await send({}, {}, own, bearer);
      expect(response.status).toBe(504);
      expect(await problemOf(response)).toMatchObject({ code: 'DEADLINE_EXCEEDED', phase: 'phase_4' });
    } finally {
      await own.stop();
    }
  });
});

/** A handler that never answers; it ends with the call. */
function forever(signal: AbortSignal): Promise<object> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve({});
    });
  });
}
