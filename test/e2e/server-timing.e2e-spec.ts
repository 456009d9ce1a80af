import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { sampleDocument } from '../support/documents.js';
import { TestGateway } from '../support/gateway.js';
import { TestMicroservices } from '../support/microservices.js';
import { rawRequest } from '../support/raw-request.js';
import { routesOf } from '../support/routes.js';
import { Upstream } from '../support/upstream.js';

jest.setTimeout(90_000);

const METRIC = /^[a-z0-9_]+(?:;desc="[a-z_]+")?;dur=\d+(?:\.\d{1,2})?$/;
/** What anybody learns: no more than `X-Processing-Time` says. */
const TOTAL_ONLY = /^total;dur=\d+$/;

let microservices: TestMicroservices;
let embeddings: Upstream;
let gateway: TestGateway;
let token: string;

beforeAll(async () => {
  [microservices, embeddings] = await Promise.all([TestMicroservices.start(), Upstream.start()]);
  gateway = await TestGateway.start({
    services: { ...microservices.urls, ml_embeddings: embeddings.url },
    env: {
      IRIS__services__ml_embeddings__retry_delay: '0.01',
      IRIS__services__ml_embeddings__max_retries: '2',
    },
  });
  token = await gateway.tokenOf('reader@example.com');
});

afterAll(async () => {
  await gateway.stop();
  await Promise.all([microservices.stop(), embeddings.close()]);
});

function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
  return gateway.fetch(path, { ...init, headers });
}

/** The names, and the descriptions where there are any; each entry is as the standard has it. */
function partsOf({ headers }: Response): string[] {
  const entries = (headers.get('server-timing') ?? '').split(', ');
  for (const entry of entries) expect(entry).toMatch(METRIC);
  return entries.map((entry) => entry.replace(/;dur=.*/, '').replace(/;desc="(.*)"/, '=$1'));
}

function totalOf({ headers }: Response): number {
  return Number(/^total;dur=([\d.]+)/.exec(headers.get('server-timing') ?? '')?.[1]);
}

function upload(): FormData {
  const form = new FormData();
  form.set('file', new Blob([sampleDocument('cedula-1-scan.jpg')]), 'a.jpg');
  return form;
}

describe('Server-Timing › for a caller who is known', () => {
  it('names the policies, and each try at a microservice', async () => {
    const answer = await call('/services/ml_classifier/health');
    expect(partsOf(answer)).toEqual(['total', 'auth', 'limit', 'upstream=ml_classifier']);
    const total = totalOf(answer);
    expect(Number(answer.headers.get('x-processing-time')) * 1000).toBeGreaterThan(total - 1);

    embeddings.failFirst(2, (_request, response) => response.writeHead(503).end());
    const upstream = 'upstream=ml_embeddings';
    const tried = await call('/services/ml_embeddings/x');
    expect(partsOf(tried)).toEqual(['total', 'auth', 'limit', upstream, upstream, upstream]);
  });

  it('names the phases of a document, and how each was come by', async () => {
    embeddings.answerJson({ embedding: Array(768).fill(0), model_version: '1' });
    const first = await call('/process', { method: 'POST', body: upload() });
    expect(first.status).toBe(200);
    const parts = partsOf(first);
    expect(parts.slice(0, 3)).toEqual(['total', 'auth', 'limit']);
    for (const part of ['phase_1=miss', 'phase_3=miss', 'phase_5=miss', 'upstream=ocr_extractor', 'cache'])
      expect(parts).toContain(part);
    const again = partsOf(await call('/process', { method: 'POST', body: upload() }));
    expect(again).toContain('phase_5=hit');
    expect(again).not.toContain('upstream=ocr_extractor');
  });

  it('is on problems and streams, and beside that of a microservice', async () => {
    expect(partsOf(await call('/nothing'))).toEqual(['total']);
    expect(partsOf(await call('/jobs/job_1'))).toEqual(['total', 'auth', 'limit']);
    expect(partsOf(await call('/services/image_processor/nothing'))).toContain('upstream=image_processor');
    embeddings.answerJson({}, 200, { 'server-timing': 'model;dur=7' });
    expect(partsOf(await call('/services/ml_embeddings/x')).at(-1)).toBe('model');
    const job = await call('/process', {
      method: 'POST',
      body: upload(),
      headers: { prefer: 'respond-async' },
    });
    const { id } = (await job.json()) as { id: string };
    const stream = await call(`/jobs/${id}/events`);
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(partsOf(stream)).toEqual(['total', 'auth', 'limit']);
    await stream.body?.cancel();
  });
});

describe('Server-Timing › for anybody else', () => {
  it('every route › the total, in whole milliseconds', async () => {
    for (const route of routesOf(gateway.app)) {
      const [method = '', path = ''] = route.split(' ');
      const answer = await gateway.fetch(path.replaceAll(/[:*]\w+/g, 'x'), { method });
      expect([route, answer.headers.get('server-timing')]).toEqual([
        route,
        expect.stringMatching(TOTAL_ONLY),
      ]);
      await answer.body?.cancel();
    }
  });

  it.each([
    ['a wrong password', '/auth/login', { email: 'reader@example.com', password: 'wrong' }],
    ['an unknown user', '/auth/login', { email: 'nobody@example.com', password: 'wrong' }],
    ['a refresh token that is none', '/auth/refresh', { refresh_token: 'none' }],
  ])('%s › the total', async (_what, path, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await gateway.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('server-timing')).toMatch(TOTAL_ONLY);
  });

  it.each([
    ['a token that is none', { authorization: 'Bearer none' }],
    ['an API key that is none', { 'x-api-key': `iris_live_${'a'.repeat(40)}` }],
  ])('%s › the total', async (_what, headers) => {
    const answer = await gateway.fetch('/auth/me', { headers });
    expect(answer.headers.get('server-timing')).toMatch(TOTAL_ONLY);
  });

  it('bytes that are no request › nothing was done', async () => {
    expect((await rawRequest(gateway.url, 'nonsense\r\n\r\n')).head).toContain('Server-Timing: total;dur=0');
  });
});
