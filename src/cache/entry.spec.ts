import { describe, expect, it } from '@jest/globals';

import { decodeEntry, encodeEntry, type Entry } from './entry.js';
import { type Operation, OPERATIONS } from './operations.js';

const DIGEST = 'a'.repeat(64);

const entry: Entry = {
  modelVersion: 'v\n1',
  storedAt: 1_700_000_000_000,
  facts: { text_sha256: DIGEST },
  output: Buffer.from(JSON.stringify({ text: 'ñandú\n"quoted"' })),
  details: Buffer.from('{}'),
};

describe('an entry', () => {
  it('comes back as it was', () => {
    expect(decodeEntry(encodeEntry(entry), 'ocr')).toEqual(entry);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no text', { v: 1 }],
    ['an empty text', ''],
    ['one line', encodeEntry(entry).split('\n')[0]],
    ['a line too many', `${encodeEntry(entry)}\n{}`],
    ['an output that was cut off', encodeEntry({ ...entry, output: Buffer.from('{"text":') })],
    ['an output that is no object', encodeEntry({ ...entry, output: Buffer.from('[]') })],
    ['details that are none', encodeEntry({ ...entry, details: Buffer.from('') })],
    ['another format', encodeEntry(entry).replace('"format":1', '"format":2')],
    ['a time that is none', encodeEntry({ ...entry, storedAt: -1 })],
    ['no facts', encodeEntry({ ...entry, facts: {} })],
    ['a digest that is none', encodeEntry({ ...entry, facts: { text_sha256: 'a\nb' } })],
    ['an output of nothing', encodeEntry({ ...entry, output: Buffer.from('{}') })],
    ['an output of another shape', encodeEntry({ ...entry, output: Buffer.from('{"text":{}}') })],
    ['a space behind the output', encodeEntry({ ...entry, output: Buffer.from('{"text":""} ') })],
    ['a space behind the details', encodeEntry({ ...entry, details: Buffer.from('{} ') })],
  ])('%s cannot be read', (_what, text) => {
    expect(decodeEntry(text, 'ocr')).toBeUndefined();
  });

  it.each(Object.keys(OPERATIONS).filter((operation) => operation !== 'ocr'))(
    'is no result of %s',
    (operation) => {
      expect(decodeEntry(encodeEntry(entry), operation as Operation)).toBeUndefined();
    },
  );

  it('does not bring a line into the headers of a later request', () => {
    const image = (content_type: string): Entry => ({
      ...entry,
      facts: { image_sha256: DIGEST, content_type },
      output: Buffer.from('{"corrected_image":"AAAA"}'),
    });
    expect(decodeEntry(encodeEntry(image('image/png')), 'preprocess')).toEqual(image('image/png'));
    expect(decodeEntry(encodeEntry(image('image/png\r\nx: y')), 'preprocess')).toBeUndefined();
  });
});
