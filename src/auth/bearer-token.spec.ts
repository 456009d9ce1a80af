import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';

import { bearerToken } from './bearer-token.js';

function requestWith(...values: readonly string[]): Request {
  const rawHeaders = values.flatMap((value, index) => [index % 2 ? 'AUTHORIZATION' : 'authorization', value]);
  const [authorization] = values;
  return { headers: { authorization }, rawHeaders } as Request;
}

describe('bearerToken', () => {
  it.each(['Bearer abc', 'bearer abc', 'BEARER   abc'])('%j › abc', (value) => {
    expect(bearerToken(requestWith(value))).toBe('abc');
  });

  it.each([
    ['AUTHENTICATION_REQUIRED', []],
    ['AUTHENTICATION_REQUIRED', ['Basic dTpw']],
    ['AUTHENTICATION_REQUIRED', ['Digest username="a"']],
    ['INVALID_TOKEN', ['']],
    ['INVALID_TOKEN', ['Bearer']],
    ['INVALID_TOKEN', ['Bearer ']],
    ['INVALID_TOKEN', ['Bearer a b']],
    ['INVALID_TOKEN', ['Bearer\tabc']],
    ['REQUEST_MALFORMED', ['Bearer abc', 'Bearer abc']],
  ])('%s › %j', (code, values) => {
    expect(() => bearerToken(requestWith(...values))).toThrow(expect.objectContaining({ code }));
  });
});
