import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { toPointer, validationErrorFrom } from './schema-issues.js';

function errorsFor(schema: z.ZodType, value: unknown) {
  const { error } = schema.safeParse(value);
  return validationErrorFrom(error?.issues ?? []).extensions.errors ?? [];
}

describe('toPointer', () => {
  it.each([
    [[], ''],
    [['file'], '/file'],
    [['samples', 3, 'label'], '/samples/3/label'],
    [['a/b', 'm~n', '~1'], '/a~1b/m~0n/~01'],
    [['', ' '], '// '],
  ])('%j › %j (RFC 6901)', (path, pointer) => {
    expect(toPointer(path)).toBe(pointer);
  });
});

describe('validationErrorFrom', () => {
  it('points at the value', () => {
    const schema = z.object({ corners: z.array(z.object({ 'x/y': z.number() })) });
    const [error] = errorsFor(schema, { corners: [{ 'x/y': 1 }, { 'x/y': 'one' }] });
    expect(error?.pointer).toBe('/corners/1/x~1y');
    expect(error?.detail).not.toBe('');
  });

  it('gives every unknown key its own pointer', () => {
    const schema = z.object({ options: z.strictObject({}) });
    expect(errorsFor(schema, { options: { colour: 1, 'a/b': 2 } })).toEqual([
      { pointer: '/options/colour', detail: 'unknown field' },
      { pointer: '/options/a~1b', detail: 'unknown field' },
    ]);
  });

  it('points at keys that are properties of every object', () => {
    const body: unknown = JSON.parse('{"__proto__": 1, "constructor": 2}');
    const pointers = errorsFor(z.strictObject({}), body).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/__proto__', '/constructor']);
  });

  it('points at the whole document when that is wrong', () => {
    expect(errorsFor(z.object({}), [])).toEqual([{ pointer: '', detail: expect.any(String) }]);
  });

  it.each([
    ['mistakes', z.array(z.number()), Array.from({ length: 1000 }, String)],
    [
      'unknown keys',
      z.strictObject({}),
      Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, i])),
    ],
  ])('reports the first 20 of a thousand %s', (_what, schema, value) => {
    const error = validationErrorFrom(schema.safeParse(value).error?.issues ?? []);
    expect(error.extensions.errors).toHaveLength(20);
    expect(error.status).toBe(422);
    expect(error.message.length).toBeLessThan(2000);
  });

  it('reads the path of a Standard Schema issue', () => {
    const { extensions } = validationErrorFrom([{ message: 'no', path: [{ key: 'a' }, { key: 0 }] }]);
    expect(extensions.errors).toEqual([{ pointer: '/a/0', detail: 'no' }]);
  });
});
