import { describe, expect, it } from '@jest/globals';

import { printable, printableJson } from './printable.ts';

const HOSTILE = 'a\u001b[2Jb\u009b31mc\u0007\u202ed\u2066e\u0000';

describe('printable', () => {
  it('leaves nothing that a terminal obeys', () => {
    expect(printable(HOSTILE)).toBe('a[2Jb31mcde');
  });

  it('keeps a text of many lines on one', () => {
    expect(printable('Calle 1\r\n\tSantiago')).toBe('Calle 1 Santiago');
  });

  it('leaves other languages and signs alone', () => {
    expect(printable('Peña 東京 🙂 ✓ עברית')).toBe('Peña 東京 🙂 ✓ עברית');
  });
});

describe('printableJson', () => {
  it.each([0, 2])('has the same value, and no such character either (indentation %s)', (indentation) => {
    const value = { [HOSTILE]: [HOSTILE, 'line\u2028end', 1, null] };
    const text = printableJson(value, indentation);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\u2028\u202e\u2066]/u);
    expect(JSON.parse(text)).toEqual(value);
  });
});
