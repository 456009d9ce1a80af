import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { cursorSchema, limitSchema, toPage } from './page.js';

const cursor = cursorSchema(z.strictObject({ n: z.int() }));
const pageOf = (rows: readonly number[], limit: number): ReturnType<typeof toPage<number, number>> =>
  toPage(
    rows,
    limit,
    (n) => ({ n }),
    (n) => n,
  );

describe('limit', () => {
  it.each(['0', '101', '-1', '1.5', '1e2', ' 1', '', '0x10', '999999999999', ['1', '2']])(
    'refuses %j',
    (limit) => {
      expect(limitSchema.safeParse(limit).success).toBe(false);
    },
  );

  it('is 50 unless it is given', () => {
    expect(limitSchema.parse(undefined)).toBe(50);
    expect([limitSchema.parse('1'), limitSchema.parse('100')]).toEqual([1, 100]);
  });
});

describe('cursor', () => {
  it('is where the next page begins', () => {
    const page = pageOf([1, 2, 3], 2);
    expect(page.items).toEqual([1, 2]);
    expect(cursor.parse(page.next_cursor)).toEqual({ n: 2 });
  });

  it('is null on the last page', () => {
    expect(pageOf([1, 2], 2)).toEqual({ items: [1, 2], next_cursor: null });
    expect(pageOf([], 2)).toEqual({ items: [], next_cursor: null });
  });

  it.each(['', 'x', 'e30', '!!', 'bnVsbA', 'x'.repeat(2000), Buffer.from('{"n":"1"}').toString('base64url')])(
    'refuses %j',
    (text) => {
      expect(cursor.safeParse(text).success).toBe(false);
    },
  );
});
