import { describe, expect, it } from '@jest/globals';

import { readIdempotencyKey } from './idempotency-key.js';

const read = (key?: string): string | undefined => readIdempotencyKey({ 'idempotency-key': key });

describe('readIdempotencyKey', () => {
  it('is undefined without the header', () => {
    expect(read()).toBeUndefined();
  });

  it.each([
    ['a UUID', '8e03978e-40d5-43e8-bc93-6894a57f9324', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['all visible characters', '!#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~"', '!#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~"'],
    ['the longest key', 'k'.repeat(255), 'k'.repeat(255)],
    ['a structured field', '"order-17"', 'order-17'],
    ['a structured field with escapes', '"a\\"b\\\\c"', 'a"b\\c'],
    ['the longest structured field', `"${'k'.repeat(255)}"`, 'k'.repeat(255)],
  ])('takes %s', (_what, text, key) => {
    expect(read(text)).toBe(key);
  });

  it.each([
    ['nothing', ''],
    ['nothing in quotes', '""'],
    ['a key that is too long', 'k'.repeat(256)],
    ['a space', 'order 17'],
    ['a space in quotes', '"order 17"'],
    ['a control character', 'order\t17'],
    ['another script', 'ключ'],
    ['two headers', 'a, b'],
    ['two structured fields', '"a","b"'],
    ['a structured field with parameters', '"a";x=1'],
    ['half a structured field', '"a'],
    ['a lone quote', '"'],
    ['an unknown escape', '"\\n"'],
  ])('refuses %s', (_what, text) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ code: 'IDEMPOTENCY_KEY_MALFORMED', status: 400 }),
    );
  });

  it('reads a long run of escapes in no time', () => {
    const startedAt = performance.now();
    expect(() => read(`"${'\\\\'.repeat(8_000)}`)).toThrow('visible ASCII');
    expect(performance.now() - startedAt).toBeLessThan(50);
  });
});
