import { createHmac, generateKeyPairSync, randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { scopesOfRole } from '../common/context/index.js';
import { loadConfig } from '../config/index.js';
import { AccessTokenService } from './access-token.service.js';
import { DatabaseUnavailableError } from '../database/index.js';
import type { ClaimedSession } from '../sessions/index.js';
import { InvalidTokenError } from './auth-errors.js';
import { SigningKeys } from './keys/index.js';

const SECRET = 'a secret that only this test knows, 64 bytes long or more, for all';
const NOW = new Date('2026-11-23T12:00:00Z');
const NOW_SECONDS = NOW.getTime() / 1000;
const USER = { id: randomUUID(), role: 'admin' } as const;
const SESSION_ID = randomUUID();
const SUBJECT = { sessionId: SESSION_ID, user: USER, expiresAt: new Date(NOW.getTime() + 86_400_000) };

type Json = Readonly<Record<string, unknown>>;

const HEADER = { alg: 'HS256', typ: 'at+jwt', kid: 'test' };
const CLAIMS = {
  iss: 'iris',
  aud: 'iris-api',
  sub: USER.id,
  sid: SESSION_ID,
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

/** As the gateway makes it, on sessions that this test decides about. */
function service(
  env: Readonly<Record<string, string>> = {},
  isLive: (session: ClaimedSession) => boolean | Promise<boolean> = () => true,
): AccessTokenService {
  const { auth, runtime } = loadConfig({
    env: { JWT_KEYS: JSON.stringify([{ kid: 'test', secret: SECRET }]), ...env },
    cwd: tmpdir(),
    configDir: resolve('config'),
  });
  return new AccessTokenService(new SigningKeys(auth, runtime), { isLive }, auth);
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
    const { token, expiresIn } = tokens.issue(SUBJECT);
    expect(expiresIn).toBe(1800);
    expect(tokens.verify(token)).toEqual({
      userId: USER.id,
      role: 'admin',
      scopes: scopesOfRole('admin'),
      credential: { kind: 'access_token', tokenId: expect.any(String), sessionId: SESSION_ID },
    });
    expect(tokens.verify(token)).toBe(tokens.verify(token));
  });

  it('writes the header and the claims of RFC 9068', () => {
    const [header = '', payload = ''] = service().issue(SUBJECT).token.split('.');
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
  });

  it('accepts a token for no longer than it lasts, remembered or not', () => {
    const tokens = service();
    const token = sign({ exp: NOW_SECONDS + 10 });
    expect(tokens.verify(token)).toMatchObject({ userId: USER.id });
    jest.setSystemTime((NOW_SECONDS + 10) * 1000 - 1);
    expect(tokens.verify(token)).toMatchObject({ userId: USER.id });
    jest.setSystemTime((NOW_SECONDS + 10) * 1000);
    expect(() => tokens.verify(token)).toThrow(InvalidTokenError);
    expect(() => service().verify(token)).toThrow(InvalidTokenError);
  });

  it('issues no token that outlasts its session', () => {
    const { token, expiresIn } = service().issue({ ...SUBJECT, expiresAt: new Date(NOW.getTime() + 60_999) });
    expect(expiresIn).toBe(60);
    jest.setSystemTime(NOW.getTime() + 60_000);
    expect(() => service().verify(token)).toThrow(InvalidTokenError);
  });

  it('asks for the session of every token, known or not', async () => {
    const asked: ClaimedSession[] = [];
    let answer: boolean | Promise<boolean> = true;
    const tokens = service({}, (session) => {
      asked.push(session);
      return answer;
    });
    const { token } = tokens.issue(SUBJECT);
    expect(tokens.verify(token)).toMatchObject({ userId: USER.id });
    answer = false;
    expect(() => tokens.verify(token)).toThrow(InvalidTokenError);
    answer = Promise.resolve(true);
    await expect(tokens.verify(token)).resolves.toMatchObject({ userId: USER.id });
    answer = Promise.resolve(false);
    await expect(tokens.verify(token)).rejects.toThrow(InvalidTokenError);
    expect(asked).toEqual(
      Array.from({ length: 4 }, () => ({ id: SESSION_ID, userId: USER.id, role: 'admin' })),
    );
  });

  it('never calls a fault of ours an invalid token', async () => {
    const down = service({}, () => Promise.reject(new DatabaseUnavailableError()));
    await expect(down.verify(sign())).rejects.toThrow(DatabaseUnavailableError);
  });
});

describe('AccessTokenService › keys', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const env = {
    JWT_KEYS: '',
    JWT_ALGORITHM: 'RS256',
    JWT_SECRET_KEY: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };

  it('verifies what a private key has signed', () => {
    expect(service(env).verify(service(env).issue(SUBJECT).token)).toMatchObject({ userId: USER.id });
  });

  it('does not take a public key for a secret', () => {
    const tokens = service(env);
    const [header = ''] = tokens.issue(SUBJECT).token.split('.');
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const forged = signText(
      encode({ alg: 'HS256', typ: 'at+jwt', kid }),
      encode(CLAIMS),
      'sha256',
      publicPem,
    );
    expect(() => tokens.verify(forged)).toThrow(InvalidTokenError);
    const named = signText(encode({ alg: 'RS256', typ: 'at+jwt', kid }), encode(CLAIMS), 'sha256', publicPem);
    expect(() => tokens.verify(named)).toThrow(InvalidTokenError);
  });

  it('accepts a key only by the algorithm that it is for', () => {
    const keys = [
      { kid: 'test', secret: SECRET },
      { kid: 'long', secret: SECRET, algorithm: 'HS512' },
    ];
    const tokens = service({ JWT_KEYS: JSON.stringify(keys) });
    const long = { ...HEADER, kid: 'long' };
    expect(() => tokens.verify(signText(encode(long), encode(CLAIMS)))).toThrow(InvalidTokenError);
    const right = signText(encode({ ...long, alg: 'HS512' }), encode(CLAIMS), 'sha512');
    expect(tokens.verify(right)).toMatchObject({ userId: USER.id });
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
  'no kid': sign({}, { kid: undefined }),
  'an unknown kid': sign({}, { kid: 'other' }),
  'a kid with a path': sign({}, { kid: '../../../../dev/null' }),
  'a kid that is an address': sign({}, { kid: 'https://example.com/key.pem' }),
  'a kid with SQL': sign({}, { kid: "x' UNION SELECT 'key" }),
  'a kid of the prototype': sign({}, { kid: '__proto__' }),
  'a list of kids': sign({}, { kid: ['test'] }),
  'a jku': sign({}, { jku: 'https://example.com/jwks.json' }),
  'an x5u': sign({}, { x5u: 'https://example.com/cert.pem' }),
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
  'sid that is no UUID': sign({ sid: '1' }),
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

  it.each(['iss', 'aud', 'sub', 'sid', 'role', 'jti', 'iat', 'nbf', 'exp'])('a token without %s', (claim) => {
    expect(() => service().verify(sign({ [claim]: undefined }))).toThrow(InvalidTokenError);
  });
});
