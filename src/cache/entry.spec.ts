import { describe, expect, it } from '@jest/globals';

import { decodeEntry, encodeEntry, type Entry } from './entry.js';

const entry: Entry = {
  modelVersion: 'v\n1',
  storedAt: 1_700_000_000_000,
  facts: { text_sha256: 'a\nb' },
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
  ])('%s cannot be read', (_what, text) => {
    expect(decodeEntry(text, 'ocr')).toBeUndefined();
  });

  it('of another operation cannot be read', () => {
    expect(decodeEntry(encodeEntry(entry), 'classify')).toBeUndefined();
    expect(decodeEntry(encodeEntry(entry), 'embed')).toBeDefined();
  });
});
