import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createImageProcessor } from '../image-processor/service.ts';
import { createOcrExtractor } from './service.ts';

jest.setTimeout(30_000);

const FOLDER = join(import.meta.dirname, '../../documents');
const EXPECTED = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Record<
  string,
  { document_type: string; fields: Record<string, unknown> }
>;

const [imageProcessor, ocrExtractor] = [createImageProcessor(), createOcrExtractor()];
let [imageProcessorUrl, ocrExtractorUrl] = ['', ''];

beforeAll(async () => {
  imageProcessorUrl = (await imageProcessor.listen(0)).url;
  ocrExtractorUrl = (await ocrExtractor.listen(0)).url;
});

afterAll(async () => {
  await Promise.all([imageProcessor.close(), ocrExtractor.close()]);
});

async function post(url: string, body: FormData | string): Promise<Record<string, unknown>> {
  const headers: Record<string, string> =
    typeof body === 'string' ? { 'content-type': 'application/json' } : {};
  const response = await fetch(url, { method: 'POST', body, headers });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

function formWith(file: Uint8Array, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(file)]), 'document');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe('sample documents › corrected, read and extracted', () => {
  it.each(Object.entries(EXPECTED))('%s › every field comes back exact', async (name, expected) => {
    const original = readFileSync(join(FOLDER, name));
    const { corrected_image: corrected } = await post(`${imageProcessorUrl}/process`, formWith(original));
    const image = Buffer.from(String(corrected), 'base64');
    const { document_type: type } = expected;
    const { text, words } = await post(`${ocrExtractorUrl}/ocr`, formWith(image, { document_type: type }));
    const extracted = await post(
      `${ocrExtractorUrl}/extract`,
      JSON.stringify({ text, words, document_type: type }),
    );
    expect(extracted.structured_data).toEqual(expected.fields);
    const scores = extracted.confidence_scores as Record<string, number>;
    expect(Object.keys(scores).toSorted()).toEqual(Object.keys(expected.fields).toSorted());
    expect(Math.min(...Object.values(scores))).toBeGreaterThan(0.3);
  });
});
