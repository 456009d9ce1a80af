import { describe, expect, it } from '@jest/globals';
import type { Request } from 'express';

import { presentedCredential } from './credential.js';

type Header = readonly [name: string, value: string];

/** As Node shows them: the first Authorization, all others joined. */
function requestWith(...sent: readonly Header[]): Request {
  const headers: Record<string, string> = {};
  for (const [name, value] of sent) {
    const known = headers[name.toLowerCase()];
    if (known === undefined) headers[name.toLowerCase()] = value;
    else if (name.toLowerCase() !== 'authorization') headers[name.toLowerCase()] = `${known}, ${value}`;
  }
  return { headers, rawHeaders: sent.flat() } as Request;
}

const authorization = (value: string): Header => ['Authorization', value];

describe('presentedCredential', () => {
  it.each(['Bearer abc', 'bearer abc', 'BEARER   abc'])('%j › a token', (value) => {
    const credential = presentedCredential(requestWith(authorization(value)));
    expect(credential).toEqual({ kind: 'access_token', text: 'abc' });
  });

  it.each(['X-API-Key', 'x-api-key', 'X-Api-KEY'])('%s › a key', (name) => {
    expect(presentedCredential(requestWith([name, 'iris']))).toEqual({ kind: 'api_key', text: 'iris' });
  });

  it.each<[code: string, ...sent: Header[]]>([
    ['AUTHENTICATION_REQUIRED'],
    ['AUTHENTICATION_REQUIRED', authorization('Basic dTpw')],
    ['AUTHENTICATION_REQUIRED', authorization('Digest username="a"')],
    ['INVALID_TOKEN', authorization('')],
    ['INVALID_TOKEN', authorization('Bearer')],
    ['INVALID_TOKEN', authorization('Bearer ')],
    ['INVALID_TOKEN', authorization('Bearer a b')],
    ['INVALID_TOKEN', authorization('Bearer\tabc')],
    ['REQUEST_MALFORMED', authorization('Bearer abc'), ['AUTHORIZATION', 'Bearer abc']],
    ['REQUEST_MALFORMED', ['X-API-Key', 'a'], ['x-api-key', 'a']],
    ['REQUEST_MALFORMED', authorization('Bearer abc'), ['X-API-Key', 'a']],
    ['REQUEST_MALFORMED', ['X-API-Key', ''], authorization('Basic dTpw')],
  ])('%s › %j %j', (code, ...sent) => {
    expect(() => presentedCredential(requestWith(...sent))).toThrow(expect.objectContaining({ code }));
  });
});
