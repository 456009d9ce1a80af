import { createHash } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { register } from 'prom-client';

import { SERVICE_NAMES } from '../../src/config/index.js';
import { callApi } from '../support/api-client.js';
import { type DocumentAnswer, type Send, sendDocument } from '../support/document-client.js';
import { freshDocument } from '../support/documents.js';
import { TestGateway } from '../support/gateway.js';
import { TestMicroservices } from '../support/microservices.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const PHASES = ['phase_1', 'phase_2', 'phase_3', 'phase_4', 'phase_5'];
const CALLS_OF_A_DOCUMENT = 5;

let microservices: TestMicroservices;
let gateway: TestGateway;
let token: string;
let otherToken: string;
let adminToken: string;
/** Another one for each test. */
let document: Buffer<ArrayBuffer>;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await startGateway();
  token = await gateway.tokenOf('cache@example.com');
  otherToken = await gateway.tokenOf('other@example.com');
  adminToken = await gateway.tokenOf('cache-admin@example.com', 'admin');
  // From now on the versions of all models are known.
  document = freshDocument();
  await send();
});

beforeEach(async () => {
  document = freshDocument();
  await microservices.reset();
});

afterEach(() => microservices.reset());

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

function startGateway(env: Record<string, string> = {}): Promise<TestGateway> {
  const settings = SERVICE_NAMES.map((service) => [`IRIS__services__${service}__max_retries`, '0']);
  return TestGateway.start({
    services: microservices.urls,
    env: { ...(Object.fromEntries(settings) as Record<string, string>), ...env },
  });
}

function send(options: Partial<Send> = {}, to = gateway): Promise<DocumentAnswer> {
  return sendDocument(to.url, document, { token, ...options });
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function cachedPhases({ body }: DocumentAnswer): string[] {
  return PHASES.filter((phase) => body.phases?.[phase]?.cached === true);
}

function routesCalled(): string[] {
  return microservices.calls.map(({ route }) => route.slice('POST '.length)).sort();
}

/** Everything but what each request has of its own. */
function contentOf({ body }: DocumentAnswer): unknown {
  const phases = Object.entries(body.phases ?? {}).map(([phase, { status, output }]) => [
    phase,
    status,
    output,
  ]);
  return { phases, final: body.final_result };
}

describe('POST /process › the same document again', () => {
  it('is answered without a call, in the same shape, and says where it came from', async () => {
    const first = await send();
    expect(first.cacheStatus).toMatch(/^iris; fwd=miss; stored; detail="phase_1=miss .*"$/);
    expect(first.headers.get('age')).toBeNull();
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);

    const second = await send();
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
    expect(second.status).toBe(200);
    expect(contentOf(second)).toEqual(contentOf(first));
    expect(Object.keys(second.body)).toEqual(Object.keys(first.body));
    expect(second.body.processing_id).not.toBe(first.body.processing_id);
    expect(cachedPhases(second)).toEqual(PHASES);
    expect(second.cacheStatus).toMatch(/^iris; hit; ttl=(863\d\d|86400); detail=/);
    expect(second.headers.get('age')).toMatch(/^\d+$/);
    expect(second.headers.get('cache-control')).toBe('private, no-store');
  });

  it('may come as base64 in JSON', async () => {
    await send();
    const answer = await callApi(gateway.url, 'POST /v1/process', {
      token,
      body: { file: document.toString('base64') },
    });
    expect(answer.headers.get('cache-status')).toMatch(/^iris; hit/);
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });

  it('of somebody else is worked on for them', async () => {
    await send();
    const answer = await send({ token: otherToken });
    expect(answer.cacheStatus).toMatch(/fwd=miss/);
    expect(microservices.calls).toHaveLength(2 * CALLS_OF_A_DOCUMENT);
  });

  it('with one byte changed is another document', async () => {
    await send();
    document = Buffer.concat([document, Buffer.from([0])]);
    await send();
    expect(microservices.calls).toHaveLength(2 * CALLS_OF_A_DOCUMENT);
  });
});

describe('POST /process › what is missing is done, and nothing else', () => {
  it.each([
    ['ocr_confidence', { ocr_confidence: '0.7' }, ['/ocr']],
    ['language', { language: 'fr' }, ['/extract', '/ocr']],
    ['perform_clustering', { perform_clustering: 'true' }, ['/embed']],
    ['enhance_quality', { enhance_quality: 'false' }, ['/process']],
    ['document_type', { document_type: 'cedula_identidad' }, ['/extract', '/ocr']],
  ])('another %s', async (_what, fields, expected) => {
    // The text that is read depends on the language, and on nothing else.
    microservices.on('ocr_extractor', 'POST /ocr', async (request) => ({
      ...(await microservices.normal('ocr_extractor', 'POST /ocr', request)),
      text: `TEXT ${request.fields.language === 'fr' ? 'FR' : ''}`,
    }));
    await send();
    microservices.calls.length = 0;
    const answer = await send({ fields });
    expect(routesCalled()).toEqual(expected);
    expect(answer.cacheStatus).toMatch(/^iris; fwd=partial; stored; detail=/);
  });

  it('after another version of a model, as soon as it is known', async () => {
    await send();
    microservices.calls.length = 0;
    microservices.modelVersions.set('ocr_extractor', 'test-2');
    // Somebody else's document tells the gateway of it.
    await sendDocument(gateway.url, freshDocument(), { token: otherToken });
    microservices.calls.length = 0;
    await send();
    expect(routesCalled()).toEqual(['/extract', '/ocr']);
    microservices.calls.length = 0;
    await send();
    expect(routesCalled()).toEqual([]);
  });

  it('after training, the classification', async () => {
    await send();
    const image = document.toString('base64');
    microservices.modelVersions.set('ml_classifier', 'trained-1');
    const body = { samples: [1, 2].map((n) => ({ image, label: `label_${n}` })) };
    const training = await callApi(gateway.url, 'POST /phase3/train', { token: adminToken, body });
    expect(training.status).toBe(200);
    microservices.calls.length = 0;
    await send();
    expect(routesCalled()).toEqual(['/classify']);
    // Training is never answered from the cache.
    await callApi(gateway.url, 'POST /phase3/train', { token: adminToken, body });
    expect(routesCalled()).toEqual(['/classify', '/train']);
  });

  it('of a document that failed half-way, from the phase that failed', async () => {
    microservices.on('ocr_extractor', 'POST /extract', () => Promise.resolve({ nonsense: true }));
    const failed = await send();
    expect(failed.status).toBe(502);
    await microservices.reset();
    const answer = await send();
    expect(answer.status).toBe(200);
    expect(routesCalled()).toEqual(['/extract']);
    expect(cachedPhases(answer)).toEqual(['phase_1', 'phase_2', 'phase_3', 'phase_4']);
  });

  it('of a document whose optional phase failed, which was not kept', async () => {
    await microservices.down('ml_embeddings');
    const partial = await send();
    expect(partial.body.phases?.phase_2?.status).toBe('failed');
    expect(partial.cacheStatus).toMatch(/^iris; fwd=miss; detail="phase_1=miss phase_2=failed/);
    await microservices.reset();
    const answer = await send();
    expect(answer.body.phases?.phase_2?.status).toBe('completed');
    expect(routesCalled()).toEqual(['/embed']);
  });
});

describe('the /phaseN routes', () => {
  it.each([
    ['/phase1/process', {}],
    ['/phase1/detect-corners', {}],
    ['/phase1/unwarp', { corners: '[[0,0],[9,0],[9,9],[0,9]]' }],
    ['/phase2/embed', { cluster: 'true' }],
    ['/phase3/classify', { model: 'resnet' }],
    ['/phase5/ocr', { language: 'en' }],
  ])('POST %s › the second answer is the first', async (path, fields) => {
    const first = await send({ path, fields });
    const second = await send({ path, fields });
    expect(first.status).toBe(200);
    expect(second.body.output).toEqual(first.body.output);
    expect(first.body.output).toMatchObject({ model_version: 'test-1' });
    expect(second.cacheStatus).toMatch(/^iris; hit; ttl=\d+$/);
    expect(second.body.cached).toBe(true);
    expect(microservices.calls).toHaveLength(1);
  });

  it.each([
    ['POST /phase2/cluster', { embeddings: [[Math.random()], [1]] }],
    ['POST /phase6/extract', { text: `NOMBRES ${Math.random()}`, document_type: 'pasaporte' }],
  ])('%s › the second answer is the first', async (route, body) => {
    const first = await callApi<DocumentAnswer['body']>(gateway.url, route, { token, body });
    const second = await callApi<DocumentAnswer['body']>(gateway.url, route, { token, body });
    expect(second.body.output).toEqual(first.body.output);
    expect(second.headers.get('cache-status')).toMatch(/^iris; hit/);
    expect(microservices.calls).toHaveLength(1);
  });

  it('share what they know with /process', async () => {
    await send();
    microservices.calls.length = 0;
    const answer = await send({ path: '/phase1/process' });
    expect(answer.body.output).toMatchObject({ operations: ['normalise'], model_version: 'test-1' });
    expect(microservices.calls).toHaveLength(0);
  });
});

describe('Cache-Control', () => {
  it('no-store › neither read nor written', async () => {
    const first = await send({ cacheControl: 'no-store' });
    expect(first.cacheStatus).toMatch(/^iris; fwd=request; detail="phase_1=bypass/);
    await send();
    expect(microservices.calls).toHaveLength(2 * CALLS_OF_A_DOCUMENT);
    await send({ cacheControl: 'No-Store, max-age=100' });
    expect(microservices.calls).toHaveLength(3 * CALLS_OF_A_DOCUMENT);
  });

  it('no-cache › not read, but written', async () => {
    await send();
    microservices.on('ocr_extractor', 'POST /extract', async (request) => ({
      ...(await microservices.normal('ocr_extractor', 'POST /extract', request)),
      structured_data: { nombres: 'NEW' },
    }));
    const second = await send({ cacheControl: 'no-cache' });
    expect(second.cacheStatus).toMatch(/^iris; fwd=request; stored/);
    expect(microservices.calls).toHaveLength(2 * CALLS_OF_A_DOCUMENT);
    const third = await send();
    expect(third.cacheStatus).toMatch(/^iris; hit/);
    expect(third.body.final_result).toMatchObject({ extracted_data: { nombres: 'NEW' } });
  });

  it('only-if-cached › 504 without a call unless all is there, then a hit', async () => {
    const none = await send({ cacheControl: 'only-if-cached' });
    expect(none.status).toBe(504);
    expect(none.body.code).toBe('CACHE_INCOMPLETE');
    expect(microservices.calls).toHaveLength(0);
    await send();
    const whole = await send({ cacheControl: 'only-if-cached' });
    expect(whole.cacheStatus).toMatch(/^iris; hit/);
    // One optional phase is missing: that is not all.
    const partial = await send({ cacheControl: 'only-if-cached', fields: { perform_clustering: 'true' } });
    expect(partial.status).toBe(504);
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });
});

describe('identical documents at the same time', () => {
  it('fifty are worked on once', async () => {
    const release = microservices.hold('ml_classifier', 'POST /classify');
    const answers = Promise.all(Array.from({ length: 50 }, () => send()));
    await waitFor(async () => (await documentsUnderWay()) === 50, 'all are under way');
    await waitFor(() => microservices.callsTo('ml_classifier').length > 0, 'the classifier is asked');
    release();
    const all = await answers;
    expect(all.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
    const howMany = (verdict: string): number =>
      all.filter(({ cacheStatus }) => cacheStatus?.includes(`phase_3=${verdict}`)).length;
    expect(howMany('miss')).toBe(1);
    expect(howMany('collapsed')).toBeGreaterThan(0);
    expect(howMany('collapsed') + howMany('hit')).toBe(49);
  });

  it('are not hurt when the first one hangs up, and the work ends when all have', async () => {
    const release = microservices.hold('ml_classifier', 'POST /classify');
    const hangUp = new AbortController();
    const first = send({ signal: hangUp.signal }).catch((error: unknown) => error);
    await waitFor(() => microservices.callsTo('ml_classifier').length === 1, 'the first is under way');
    const second = send();
    await waitFor(() => microservices.callsTo('ml_embeddings').length === 1, 'the second has joined');
    hangUp.abort();
    expect(await first).toMatchObject({ name: 'AbortError' });
    release();
    expect((await second).status).toBe(200);
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });

  it('fail together when the work fails, and nothing of it is kept', async () => {
    const release = microservices.hold('ml_classifier', 'POST /classify', { nonsense: true });
    const answers = Promise.all([send(), send(), send()]);
    await waitFor(() => microservices.callsTo('ml_classifier').length > 0, 'the classifier is asked');
    release();
    expect((await answers).map(({ status }) => status)).toEqual([502, 502, 502]);
    await microservices.reset();
    expect((await send()).status).toBe(200);
    expect(microservices.callsTo('ml_classifier')).toHaveLength(1);
  });

  async function documentsUnderWay(): Promise<number> {
    const gauge = await register.getSingleMetric('iris_documents_in_progress')?.get();
    return gauge?.values[0]?.value ?? 0;
  }
});

describe('DELETE /documents/{sha256}', () => {
  const forget = (digest: string, bearer = token): Promise<{ status: number; body: { code?: string } }> =>
    callApi<{ code?: string }>(gateway.url, `DELETE /documents/${digest}`, { token: bearer });

  it('forgets one document of its owner, and can be repeated', async () => {
    const kept = freshDocument();
    await send();
    await send({ token: otherToken });
    await sendDocument(gateway.url, kept, { token });
    microservices.calls.length = 0;
    expect((await forget(sha256(document))).status).toBe(204);
    expect((await forget(sha256(document).toUpperCase())).status).toBe(204);
    await send({ token: otherToken });
    await sendDocument(gateway.url, kept, { token });
    expect(microservices.calls).toHaveLength(0);
    await send();
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });

  it('beats a run that is under way: nothing of it is kept', async () => {
    const held = Promise.withResolvers<undefined>();
    microservices.on('ml_classifier', 'POST /classify', async (request) => {
      await held.promise;
      return microservices.normal('ml_classifier', 'POST /classify', request);
    });
    const running = send();
    await waitFor(() => microservices.callsTo('ml_classifier').length === 1, 'it is under way');
    expect((await forget(sha256(document))).status).toBe(204);
    held.resolve(undefined);
    const answer = await running;
    expect(answer.status).toBe(200);
    expect(answer.cacheStatus).not.toContain('stored');
    await microservices.reset();
    await send();
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });

  it.each(['abc', `${'0'.repeat(63)}g`, '0'.repeat(65)])('%s › 422', async (digest) => {
    const { status, body } = await forget(digest);
    expect([status, body.code]).toEqual([422, 'VALIDATION_FAILED']);
  });

  it('is written to the audit log, like a purge', async () => {
    await forget(sha256(document));
    const subject = `document:${sha256(document)}`;
    const { body } = await callApi<{ items: { action: string }[] }>(
      gateway.url,
      `GET /admin/audit-log?subject=${subject}`,
      { token: adminToken },
    );
    expect(body.items).toMatchObject([{ action: 'document.forgotten' }]);
  });
});

describe('POST /admin/cache/purge', () => {
  interface Purged {
    readonly memory: number;
    readonly redis: number;
    readonly code?: string;
  }
  const purge = (body: object): Promise<{ status: number; body: Purged }> =>
    callApi<Purged>(gateway.url, 'POST /admin/cache/purge', { token: adminToken, body });

  it('by document and by microservice › only what is meant goes', async () => {
    await send();
    await send({ token: otherToken });
    const selector = { service: 'ocr_extractor', document: sha256(document) };
    const { status, body } = await purge(selector);
    expect([status, body]).toEqual([200, { memory: 4, redis: 4 }]);
    microservices.calls.length = 0;
    await send();
    expect(routesCalled()).toEqual(['/extract', '/ocr']);
  });

  it('by owner', async () => {
    await send();
    await send({ token: otherToken });
    const { body: me } = await callApi<{ id: string }>(gateway.url, 'GET /auth/me', { token: otherToken });
    const { body } = await purge({ owner: me.id });
    expect(body.redis).toBeGreaterThanOrEqual(CALLS_OF_A_DOCUMENT);
    microservices.calls.length = 0;
    await send();
    expect(microservices.calls).toHaveLength(0);
    await send({ token: otherToken });
    expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
  });

  it.each([[{}], [{ service: 'nobody' }], [{ document: 'abc' }], [{ everything: true }]])(
    '%j › 422',
    async (body) => {
      expect((await purge(body)).status).toBe(422);
    },
  );
});

describe('bounds', () => {
  it('a result beyond max_entry_bytes is answered and not kept; the others are', async () => {
    const own = await startGateway({ IRIS__cache__max_entry_bytes: '20000' });
    try {
      const bearer = await own.tokenOf('bounds@example.com');
      await send({ token: bearer }, own);
      const answer = await send({ token: bearer }, own);
      expect(microservices.callsTo('image_processor')).toHaveLength(2);
      expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT + 1);
      expect(answer.cacheStatus).toMatch(/^iris; fwd=partial; detail="phase_1=miss phase_2=hit/);
    } finally {
      await own.stop();
    }
  });

  it('without Redis the memory alone keeps results, and forgets the oldest when it is full', async () => {
    const own = await startGateway({ REDIS_URL: '', IRIS__cache__memory__max_bytes: '400000' });
    try {
      const bearer = await own.tokenOf('memory@example.com');
      await send({ token: bearer }, own);
      await send({ token: bearer }, own);
      expect(microservices.calls).toHaveLength(CALLS_OF_A_DOCUMENT);
      for (let i = 0; i < 4; i += 1) await sendDocument(own.url, freshDocument(), { token: bearer });
      microservices.calls.length = 0;
      await send({ token: bearer }, own);
      expect(microservices.callsTo('image_processor')).toHaveLength(1);
    } finally {
      await own.stop();
    }
  });
});

describe('a microservice whose breaker is open', () => {
  it('does not keep the cache from answering', async () => {
    const own = await startGateway({
      IRIS__services__ocr_extractor__circuit_breaker__failure_threshold: '1',
      IRIS__services__ocr_extractor__circuit_breaker__recovery_timeout: '60',
    });
    try {
      const bearer = await own.tokenOf('breaker@example.com');
      await send({ token: bearer }, own);
      await microservices.down('ocr_extractor');
      const stranger = freshDocument();
      expect((await sendDocument(own.url, stranger, { token: bearer })).status).toBe(502);
      const before = microservices.calls.length;
      expect((await sendDocument(own.url, freshDocument(), { token: bearer })).status).toBe(503);
      expect(microservices.calls).toHaveLength(before);
      const known = await send({ token: bearer }, own);
      expect([known.status, cachedPhases(known)]).toEqual([200, PHASES]);
    } finally {
      await own.stop();
    }
  });
});
