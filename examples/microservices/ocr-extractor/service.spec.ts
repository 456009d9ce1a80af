import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { join } from 'node:path';
import sharp from 'sharp';
import { OcrEngine } from './engine.ts';
import { createOcrExtractor } from './service.ts';

jest.setTimeout(20_000);

const service = createOcrExtractor();
let url = '';
let picture: Buffer;

interface Answer {
  status: number;
  body: Record<string, unknown> & { error?: { code: string }; words?: { text: string; box: number[] }[] };
}

beforeAll(async () => {
  ({ url } = await service.listen(0));
  // The title of a sample: drawing text here would depend on the fonts of the machine.
  const sample = join(import.meta.dirname, '../../documents/ficha-1-scan.png');
  picture = await sharp(sample).extract({ left: 300, top: 160, width: 560, height: 90 }).png().toBuffer();
});

afterAll(async () => {
  await service.close();
});

async function ocr(file: Buffer, fields: Record<string, string> = {}): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(file)]), 'document');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = await fetch(`${url}/ocr`, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

async function extract(body: unknown): Promise<Answer> {
  const response = await fetch(`${url}/extract`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

describe('POST /ocr', () => {
  it('gives words with their places in the picture that was sent', async () => {
    const { status, body } = await ocr(picture);
    expect(status).toBe(200);
    expect(body).toMatchObject({ text: 'FICHA DE RESIDENCIA', language: 'es' });
    const [x = 0, y = 0] = body.words?.[0]?.box ?? [];
    // The ink of the title begins at (50, 29).
    expect(Math.hypot(x - 50, y - 29)).toBeLessThan(6);
  });

  it('reads passports as English unless told otherwise', async () => {
    expect((await ocr(picture, { document_type: 'pasaporte' })).body.language).toBe('en');
    expect((await ocr(picture, { document_type: 'pasaporte', language: 'es' })).body.language).toBe('es');
  });

  it('drops the words below min_confidence', async () => {
    expect((await ocr(picture, { min_confidence: '1' })).body).toMatchObject({
      text: '',
      words: [],
      confidence: 0,
    });
  });

  it('reads nothing, with no confidence, in an empty picture', async () => {
    const blank = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#eee' } })
      .png()
      .toBuffer();
    expect((await ocr(blank)).body).toMatchObject({ text: '', confidence: 0 });
  });

  it.each([
    ['min_confidence', '2'],
    ['language', 'fr'],
    ['document_type', 'factura'],
  ])('answers 422 to an unknown %s', async (name, value) => {
    const answer = await ocr(picture, { [name]: value });
    expect(answer.status).toBe(422);
    expect(answer.body.error?.code).toBe('PARAMETER_INVALID');
  });

  it('answers 415 to what is no picture and 422 to a broken one', async () => {
    expect((await ocr(Buffer.from('hello'))).status).toBe(415);
    expect((await ocr(picture.subarray(0, 200))).status).toBe(422);
  });
});

describe('POST /extract', () => {
  it('gives fields and their confidences', async () => {
    const words = [{ text: '12.345.678-5', confidence: 0.9 }];
    const { body } = await extract({ text: 'RUN 12.345.678-5', document_type: 'cedula_identidad', words });
    expect(body).toMatchObject({
      document_type: 'cedula_identidad',
      structured_data: { run: '12.345.678-5' },
      confidence_scores: { run: 0.99 },
    });
  });

  it.each([
    [{ document_type: 'pasaporte' }],
    [{ text: 'x' }],
    [{ text: 'x', document_type: 'factura' }],
    [{ text: 'x', document_type: 'pasaporte', words: [{ text: 1 }] }],
    [[]],
  ])('answers 422 to %j', async (body) => {
    expect((await extract(body)).status).toBe(422);
  });
});

describe('OcrEngine', () => {
  const engine = new OcrEngine();
  const { signal } = new AbortController();

  afterAll(() => engine.close());

  it('never starts a call whose client left while it waited', async () => {
    const leaving = new AbortController();
    const first = engine.recognise(picture, 'es', signal);
    const second = engine.recognise(picture, 'es', leaving.signal);
    leaving.abort();
    await expect(second).rejects.toThrow('the caller left');
    expect((await first).blocks).not.toBeNull();
  });

  it('goes on after a picture that cannot be read', async () => {
    await expect(engine.recognise(Buffer.from('no picture'), 'es', signal)).rejects.toBeDefined();
    expect((await engine.recognise(picture, 'es', signal)).blocks).not.toBeNull();
  });
});
