import { createHmac, createSecretKey, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { JwtService } from '@nestjs/jwt';

import { loadConfig } from '../config/index.js';
import { AccessTokenService } from './access-token.service.js';
import { InvalidTokenError } from './auth-errors.js';

const SECRET = 'a secret that only this test knows, 64 bytes long or more, for all';
const NOW = new Date('2026-11-23T12:00:00Z');
const NOW_SECONDS = NOW.getTime() / 1000;
const USER = { id: randomUUID(), role: 'admin' } as const;

type Json = Readonly<Record<string, unknown>>;

const HEADER = { alg: 'HS256', typ: 'at+jwt' };
const CLAIMS = {
  iss: 'iris',
  aud: 'iris-api',
  sub: USER.id,
  role: 'user',
  jti: randomUUID(),
  iat: NOW_SECONDS,
  nbf: NOW_SECONDS,
  exp: NOW_SECONDS + 600,
};

const encode = (part: unknown): string => encodeText(JSON.stringify(part));
const encodeText = (text: string): string => Buffer.from(text).toString('base64url');

function signText(header: string, payload: string, hash = 'sha256', secret = SECRET): string {
  const signature = createHmac(hash, secret).update(`${header}.${payload}`).digest('base64url');
  return `${header}.${payload}.${signature}`;
}

function sign(claims: Json = {}, header: Json = {}): string {
  return signText(encode({ ...HEADER, ...header }), encode({ ...CLAIMS, ...claims }));
}

function service(env: Readonly<Record<string, string>> = {}): AccessTokenService {
  const { auth } = loadConfig({ env, cwd: tmpdir(), configDir: resolve('config') });
  return new AccessTokenService(new JwtService({ secret: createSecretKey(SECRET, 'utf8') }), auth);
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('AccessTokenService', () => {
  it('verifies what it issues', () => {
    const tokens = service();
    const { token, expiresIn } = tokens.issue(USER);
    expect(expiresIn).toBe(1800);
    expect(tokens.verify(token)).toEqual({ userId: USER.id, role: 'admin', tokenId: expect.any(String) });
    expect(tokens.verify(token)).toBe(tokens.verify(token));
  });

  it('writes the header and the claims of RFC 9068', () => {
    const [header = '', payload = ''] = service().issue(USER).token.split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual(HEADER);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual({
      ...CLAIMS,
      role: 'admin',
      jti: expect.any(String),
      exp: NOW_SECONDS + 1800,
    });
  });

  it('accepts the tokens that this test signs', () => {
    expect(service().verify(sign())).toMatchObject({ userId: USER.id, role: 'user' });
    expect(service().verify(sign({ nbf: undefined }))).toMatchObject({ role: 'user' });
  });

  it('accepts a token for no longer than it lasts, remembered or not', () => {
    const tokens = service();
    const token = sign({ exp: NOW_SECONDS + 10 });
    tokens.verify(token);
    jest.setSystemTime((NOW_SECONDS + 10) * 1000 - 1);
    tokens.verify(token);
    jest.setSystemTime((NOW_SECONDS + 10) * 1000);
    expect(() => tokens.verify(token)).toThrow(InvalidTokenError);
    expect(() => service().verify(token)).toThrow(InvalidTokenError);
  });

  it('takes the algorithm from the configuration', () => {
    const hs512 = service({ JWT_ALGORITHM: 'HS512' });
    expect(hs512.verify(hs512.issue(USER).token)).toMatchObject({ userId: USER.id });
    expect(() => hs512.verify(service().issue(USER).token)).toThrow(InvalidTokenError);
  });

  it('never calls a fault of ours an invalid token', () => {
    const jwt = new JwtService({
      secretOrKeyProvider: () => {
        throw new TypeError('no key');
      },
    });
    const { auth } = loadConfig({ env: {}, cwd: tmpdir(), configDir: resolve('config') });
    expect(() => new AccessTokenService(jwt, auth).verify(sign())).toThrow(TypeError);
  });
});

const [good256 = '', goodPayload = '', goodSignature = ''] = sign().split('.');
const repeatedClaim = `{"role":"admin",${JSON.stringify(CLAIMS).slice(1)}`;

const HOSTILE: Readonly<Record<string, string>> = {
  'an empty text': '',
  'no token at all': 'hello',
  'two parts': `${good256}.${goodPayload}`,
  'four parts': `${good256}.${goodPayload}.${goodSignature}.x`,
  'a JSON serialization': JSON.stringify({ payload: goodPayload, signatures: [] }),
  'alg none': `${encode({ ...HEADER, alg: 'none' })}.${goodPayload}.`,
  'alg None, signed': sign({}, { alg: 'None' }),
  HS512: signText(encode({ ...HEADER, alg: 'HS512' }), goodPayload, 'sha512'),
  HS384: signText(encode({ ...HEADER, alg: 'HS384' }), goodPayload, 'sha384'),
  'HS512 called HS256': signText(good256, goodPayload, 'sha512'),
  'RS256 in the header only': sign({}, { alg: 'RS256' }),
  'no alg': sign({}, { alg: undefined }),
  'an array as alg': sign({}, { alg: ['HS256'] }),
  'an empty signature': `${good256}.${goodPayload}.`,
  'a truncated signature': sign().slice(0, -1),
  'a padded signature': `${sign()}=`,
  'a space at the end': `${sign()} `,
  'a line break inside': `${good256}.${goodPayload}\n.${goodSignature}`,
  'a signature of another key': signText(good256, goodPayload, 'sha256', 'another secret, also of 32 bytes'),
  'an empty key': signText(good256, goodPayload, 'sha256', ''),
  'a changed payload': `${good256}.${encode({ ...CLAIMS, role: 'admin' })}.${goodSignature}`,
  'its own key in the header': signText(
    encode({ ...HEADER, jwk: { kty: 'oct', k: 'AA' } }),
    goodPayload,
    'sha256',
    'x',
  ),
  'a critical extension': sign({}, { crit: ['b64'], b64: true }),
  'an empty crit': sign({}, { crit: [] }),
  'typ JWT': sign({}, { typ: 'JWT' }),
  'typ of a refresh token': sign({}, { typ: 'rt+jwt' }),
  'no typ': sign({}, { typ: undefined }),
  expired: sign({ exp: NOW_SECONDS - 1 }),
  'expires now': sign({ exp: NOW_SECONDS }),
  'future nbf': sign({ nbf: NOW_SECONDS + 60 }),
  'future iat': sign({ iat: NOW_SECONDS + 60 }),
  'a lifetime of years': sign({ exp: NOW_SECONDS + 100_000_000 }),
  'exp as text': sign({ exp: String(NOW_SECONDS + 600) }),
  'exp with a fraction': sign({ exp: NOW_SECONDS + 0.5 }),
  'a negative exp': sign({ exp: -1 }),
  'an infinite exp': signText(
    good256,
    encodeText(JSON.stringify(CLAIMS).replace(/"exp":\d+/, '"exp":1e309')),
  ),
  'nbf as text': sign({ nbf: '0' }),
  'nbf null': sign({ nbf: null }),
  'another iss': sign({ iss: 'somebody-else' }),
  'iss as a list': sign({ iss: ['iris'] }),
  'another aud': sign({ aud: 'another-api' }),
  'aud as a list': sign({ aud: ['iris-api', 'another-api'] }),
  'another role': sign({ role: 'root' }),
  'a list of roles': sign({ role: ['admin'] }),
  'sub that is no UUID': sign({ sub: "' OR 1=1" }),
  'an empty jti': sign({ jti: '' }),
  'a number as jti': sign({ jti: 7 }),
  'a claim twice': signText(good256, encodeText(repeatedClaim)),
  'white space in the payload': signText(good256, encodeText(JSON.stringify(CLAIMS, null, 1))),
  'a payload that is text': signText(good256, encode('hello')),
  'a payload that is null': signText(good256, encode(null)),
  'a payload that is a list': signText(good256, encode([CLAIMS])),
  'a payload that is no JSON': signText(good256, encodeText('{')),
  'a header that is no JSON': signText(encodeText('{"alg"'), goodPayload),
  'a prototype': signText(good256, encodeText(`{"__proto__":${JSON.stringify(CLAIMS)}}`)),
  'a megabyte': sign({ padding: 'x'.repeat(1_000_000) }),
  'just over 8 KiB': sign({ padding: 'x'.repeat(6_000) }),
};

describe('AccessTokenService › refuses', () => {
  it.each(Object.keys(HOSTILE))('%s', (name) => {
    expect(() => service().verify(HOSTILE[name] ?? '')).toThrow(InvalidTokenError);
  });

  it.each(['iss', 'aud', 'sub', 'role', 'jti', 'iat', 'exp'])('a token without %s', (claim) => {
    expect(() => service().verify(sign({ [claim]: undefined }))).toThrow(InvalidTokenError);
  });
});
