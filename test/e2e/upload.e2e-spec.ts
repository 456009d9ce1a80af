import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { documentForm, freshDocument, sampleDocument } from '../support/documents.js';
import { TestGateway } from '../support/gateway.js';
import { TestMicroservices } from '../support/microservices.js';

const LIMIT = 200_000;
const document = sampleDocument('pasaporte-1-skewed.jpg');

let microservices: TestMicroservices;
let gateway: TestGateway;
let authorization: string;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: { IRIS__processing__max_document_bytes: String(LIMIT) },
  });
  authorization = `Bearer ${await gateway.tokenOf('upload@example.com')}`;
});

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

function post(body: BodyInit, headers: Record<string, string> = {}, path = '/process'): Promise<Response> {
  return gateway.fetch(path, { method: 'POST', headers: { authorization, ...headers }, body });
}

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return (await response.json()) as Record<string, unknown>;
}

function padded(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  bytes.set(document.subarray(0, size));
  return bytes;
}

describe('POST /process › bad uploads', () => {
  it.each([
    ['a document beyond the limit', LIMIT + 1],
    ['an announced body far beyond the limit', 8_000_000],
  ])('%s → 413 with limit and actual', async (_what, size) => {
    const response = await post(documentForm(padded(size)));
    expect(response.status).toBe(413);
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', limit: LIMIT });
    expect(problem.actual).toBeGreaterThan(LIMIT);
  });

  it('a document of exactly the limit is accepted', async () => {
    expect((await post(documentForm(padded(LIMIT)))).status).toBe(200);
  });

  it('base64 beyond the limit → 413', async () => {
    const body = JSON.stringify({ file: Buffer.from(padded(LIMIT + 1)).toString('base64') });
    const response = await post(body, { 'content-type': 'application/json' });
    expect(response.status).toBe(413);
  });

  it.each([
    ['text named .jpg', 'this is no picture'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
    ['a program', '\u007fELF\u0002\u0001\u0001'],
  ])('%s → 415', async (_what, content) => {
    const form = new FormData();
    form.set('file', new Blob([content], { type: 'image/jpeg' }), 'photo.jpg');
    const response = await post(form);
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({ code: 'DOCUMENT_TYPE_UNSUPPORTED' });
  });

  it('more pixels than the limit → 413 without decoding', async () => {
    const header = Buffer.alloc(64);
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(header);
    header.writeUInt32BE(100_000, 16);
    header.writeUInt32BE(100_000, 20);
    const response = await post(documentForm(new Uint8Array(header)));
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({
      code: 'DOCUMENT_TOO_MANY_PIXELS',
      limit: 50_000_000,
      actual: 10_000_000_000,
    });
  });

  it('an empty file → 400', async () => {
    const response = await post(documentForm(new Uint8Array()));
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ code: 'DOCUMENT_EMPTY' });
  });

  it.each([
    ['an empty form', ''],
    ['a form that is cut off', '--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc'],
    ['a form without the end', '--b\r\nContent-Disposition: form-data; name="language"\r\n\r\nes\r\n'],
  ])('%s → 400', async (_what, body) => {
    const response = await post(body, { 'content-type': 'multipart/form-data; boundary=b' });
    expect(response.status).toBe(400);
    await problemOf(response);
  });

  it('a form without a boundary → 400', async () => {
    expect((await post('x', { 'content-type': 'multipart/form-data' })).status).toBe(400);
  });

  it('another media type → 415', async () => {
    expect((await post('x', { 'content-type': 'text/plain' })).status).toBe(415);
  });

  it('no file → 422 with a pointer', async () => {
    const form = new FormData();
    form.set('language', 'es');
    const response = await post(form);
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({
      errors: [{ pointer: '/file', detail: 'is required' }],
    });
  });

  it.each([
    ['ocr_confidence', '1.5'],
    ['ocr_confidence', 'often'],
    ['document_type', 'licencia'],
    ['language', 'español'],
    ['apply_unwarping', 'maybe'],
    ['colour', 'red'],
    ['__proto__', 'x'],
  ])('%s=%s → 422 with a pointer', async (name, value) => {
    const response = await post(documentForm(document, { [name]: value }));
    expect(response.status).toBe(422);
    const { errors } = (await problemOf(response)) as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual([`/${name}`]);
  });
});

describe('/phaseN routes', () => {
  const image = document.toString('base64');
  const text = 'RUN 17.482.915-2';
  const cases: [string, object, string][] = [
    ['/phase1/process', { file: image, options: { enhance: true, unwarp: false } }, 'phase_1'],
    ['/phase1/detect-corners', { file: image }, 'phase_1'],
    ['/phase1/unwarp', { file: image }, 'phase_1'],
    ['/phase2/embed', { image }, 'phase_2'],
    ['/phase2/cluster', { embeddings: [[0], [1]], max_k: 2 }, 'phase_2'],
    ['/phase3/classify', { image, model: 'efficientnet_b0' }, 'phase_3'],
    ['/phase5/ocr', { image, document_type: 'pasaporte' }, 'phase_4'],
    ['/phase6/extract', { text, document_type: 'cedula_identidad' }, 'phase_5'],
  ];

  it.each(cases)('POST %s › answers its phase to JSON', async (path, body, phase) => {
    const response = await post(JSON.stringify(body), { 'content-type': 'application/json' }, `/v1${path}`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      success: true,
      phase,
      status: 'completed',
      output: expect.any(Object),
    });
  });

  it.each(cases.filter(([, body]) => 'file' in body || 'image' in body).map(([path]) => path))(
    'POST %s › takes a form as well',
    async (path) => {
      expect((await post(documentForm(document), {}, path)).status).toBe(200);
    },
  );

  it('POST /phase3/train › is for admins', async () => {
    const body = JSON.stringify({
      samples: [
        { image, label: 'a' },
        { image, label: 'b' },
      ],
    });
    const json = { 'content-type': 'application/json' };
    const refused = await post(body, json, '/phase3/train');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('insufficient_scope');
    const admin = `Bearer ${await gateway.tokenOf('admin@example.com', 'admin')}`;
    const accepted = await post(body, { ...json, authorization: admin }, '/phase3/train');
    expect(accepted.status).toBe(200);
    expect(await accepted.json()).toMatchObject({ output: { classes: ['a', 'b'] } });
  });

  it('POST /phase1/process › passes on that the microservice refuses the image', async () => {
    await fetch(`${microservices.urls.image_processor ?? ''}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mode: 'error', status: 422, count: 1 }),
    });
    const response = await post(documentForm(freshDocument()), {}, '/phase1/process');
    expect(response.status).toBe(422);
    expect(await problemOf(response)).toMatchObject({
      code: 'DOCUMENT_REJECTED',
      service: 'image_processor',
      phase: 'phase_1',
    });
  });
});
