import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { callApi } from '../support/api-client.js';
import { PASSWORD, TestGateway } from '../support/gateway.js';
import { rawRequest } from '../support/raw-request.js';
import {
  encode,
  type ForgeAlgorithm,
  generatePair,
  type Json,
  type KnownKey,
  mac,
  makeKey,
  signer,
  TokenForge,
} from '../support/token-forge.js';

jest.setTimeout(60_000);

const CHALLENGE = 'Bearer realm="iris", error="invalid_token"';
const EMAIL = 'somebody@iris.example.com';
const CLAIMS = ['iss', 'aud', 'sub', 'sid', 'role', 'jti', 'iat', 'nbf', 'exp'];

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** What a hostile token is made of. */
interface Workshop {
  readonly good: TokenForge;
  readonly key: KnownKey;
  readonly algorithm: ForgeAlgorithm;
  readonly refreshToken: string;
  /** An address at which nobody may be seen. */
  readonly sink: string;
}

type Recipe = (workshop: Workshop) => string;

const now = (): number => Math.floor(Date.now() / 1000);
const stranger = generatePair('RS256');
const strangerJwk = stranger.publicKey.export({ format: 'jwk' });
const strangerSigns = signer('RS256', stranger.privateKey);

const withClaims =
  (claims: () => Json): Recipe =>
  ({ good }) =>
    good.forge(claims());
const withHeader =
  (header: (sink: string) => Json): Recipe =>
  ({ good, sink }) =>
    good.forge({}, header(sink));
/** The payload as text, rightly signed. */
const withPayload =
  (change: (text: string) => string): Recipe =>
  ({ good }) =>
    good.seal(good.parts[0], encode(change(JSON.stringify(good.claims))));

const ALGORITHMS: Readonly<Record<string, Recipe>> = {
  none: ({ good }) => `${encode({ ...good.header, alg: 'none' })}.${good.parts[1]}.`,
  'none, signed': withHeader(() => ({ alg: 'none' })),
  'nOnE, its signature kept': ({ good }) =>
    `${encode({ ...good.header, alg: 'nOnE' })}.${good.parts[1]}.${good.parts[2]}`,
  'another one of the family': ({ good }) =>
    good.forge({}, { alg: 'HS512' }, mac('sha512', 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE')),
  'another one in the header only': ({ good, algorithm }) =>
    good.forge({}, { alg: algorithm === 'ES256' ? 'RS256' : 'ES256' }),
  'a MAC under an empty secret': ({ good }) => good.forge({}, { alg: 'HS256' }, mac('sha256', '')),
  'a MAC under the kid': ({ good }) =>
    good.forge({}, { alg: 'HS256' }, mac('sha256', String(good.header.kid))),
  'a key of a stranger': ({ good }) => good.forge({}, { alg: 'RS256' }, strangerSigns),
  'a key of a stranger under our name for it': ({ good }) => good.forge({}, {}, strangerSigns),
  missing: withHeader(() => ({ alg: undefined })),
  'a list': ({ good, algorithm }) => good.forge({}, { alg: [algorithm] }),
  'a number': withHeader(() => ({ alg: 256 })),
};

const SIGNATURES: Readonly<Record<string, Recipe>> = {
  empty: ({ good }) => `${good.parts[0]}.${good.parts[1]}.`,
  'missing with its dot': ({ good }) => `${good.parts[0]}.${good.parts[1]}`,
  truncated: ({ good }) => good.token.slice(0, -3),
  'truncated by half': ({ good }) => good.token.slice(0, -Math.ceil(good.parts[2].length / 2)),
  'all zeros': ({ good }) => good.seal(good.parts[0], good.parts[1], () => Buffer.alloc(64)),
  'one byte longer': ({ good }) =>
    `${good.parts[0]}.${good.parts[1]}.${Buffer.concat([
      Buffer.from(good.parts[2], 'base64url'),
      Buffer.alloc(1),
    ]).toString('base64url')}`,
  'of another payload': ({ good }) =>
    `${good.parts[0]}.${encode({ ...good.claims, role: 'admin' })}.${good.parts[2]}`,
  'of another header': ({ good }) =>
    `${encode({ ...good.header, kid: 'x' })}.${good.parts[1]}.${good.parts[2]}`,
};

const HEADERS: Readonly<Record<string, Recipe>> = {
  'a kid with a path': withHeader(() => ({ kid: '../../../../../../dev/null' })),
  'a kid with a path, a MAC of the empty file': ({ good }) =>
    good.forge({}, { alg: 'HS256', kid: '/dev/null' }, mac('sha256', '')),
  'a kid that is an address': withHeader((sink) => ({ kid: `${sink}/key` })),
  'a kid with SQL': withHeader(() => ({ kid: "x' UNION SELECT 'key' --" })),
  'a kid with a command': withHeader(() => ({ kid: '|/usr/bin/id' })),
  'a kid of the prototype': withHeader(() => ({ kid: '__proto__' })),
  'an unknown kid': withHeader(() => ({ kid: 'another' })),
  'an empty kid': withHeader(() => ({ kid: '' })),
  'a list of kids': withHeader(() => ({ kid: ['a', 'b'] })),
  'no kid': withHeader(() => ({ kid: undefined })),
  jku: withHeader((sink) => ({ jku: `${sink}/jwks.json` })),
  'jku, signed by a stranger': ({ good, sink }) =>
    good.forge({}, { alg: 'RS256', kid: 'x', jku: `${sink}/jwks.json` }, strangerSigns),
  x5u: withHeader((sink) => ({ x5u: `${sink}/cert.pem` })),
  'x5u, signed by a stranger': ({ good, sink }) =>
    good.forge({}, { alg: 'RS256', x5u: `${sink}/cert.pem` }, strangerSigns),
  jwk: withHeader(() => ({ jwk: strangerJwk })),
  'jwk, signed with it': ({ good }) => good.forge({}, { alg: 'RS256', jwk: strangerJwk }, strangerSigns),
  'jwk of a secret, signed with it': ({ good }) =>
    good.forge({}, { alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }, mac('sha256', '\0')),
  x5c: withHeader(() => ({ x5c: ['MIIB'] })),
  'x5c, signed by a stranger': ({ good }) => good.forge({}, { alg: 'RS256', x5c: ['MIIB'] }, strangerSigns),
  crit: withHeader(() => ({ crit: ['exp'] })),
  'crit with b64': withHeader(() => ({ crit: ['b64'], b64: false })),
  'an empty crit': withHeader(() => ({ crit: [] })),
  'typ JWT': withHeader(() => ({ typ: 'JWT' })),
  'typ of a refresh token': withHeader(() => ({ typ: 'rt+jwt' })),
  'no typ': withHeader(() => ({ typ: undefined })),
  'alg twice': ({ good }) =>
    good.seal(encode(`{"alg":"none",${JSON.stringify(good.header).slice(1)}`), good.parts[1]),
  'no JSON': ({ good }) => good.seal(encode('{"alg"'), good.parts[1]),
  'JSON that is a list': ({ good }) => good.seal(encode([good.header]), good.parts[1]),
};

const PAYLOADS: Readonly<Record<string, Recipe>> = {
  'expired by a second': withClaims(() => ({ iat: now() - 100, nbf: now() - 100, exp: now() - 1 })),
  'expires now': withClaims(() => ({ iat: now() - 100, nbf: now() - 100, exp: now() })),
  'exp 1e309': withPayload((text) => text.replace(/"exp":\d+/, '"exp":1e309')),
  'a negative exp': withClaims(() => ({ exp: -1 })),
  'exp as text': withClaims(() => ({ exp: String(now() + 600) })),
  'exp with a fraction': withClaims(() => ({ exp: now() + 600.5 })),
  'exp in milliseconds': withClaims(() => ({ exp: Date.now() + 600_000 })),
  'exp null': withClaims(() => ({ exp: null })),
  'a lifetime of a year': withClaims(() => ({ exp: now() + 31_536_000 })),
  'a future nbf': withClaims(() => ({ nbf: now() + 60 })),
  'a future iat': withClaims(() => ({ iat: now() + 60 })),
  'another aud': withClaims(() => ({ aud: 'another-api' })),
  'a list of aud, ours among them': withClaims(() => ({ aud: ['iris-api', 'another-api'] })),
  'another iss': withClaims(() => ({ iss: 'somebody-else' })),
  'a session that there is not': withClaims(() => ({ sid: randomUUID() })),
  'the session of somebody else': withClaims(() => ({ sub: randomUUID() })),
  'a role that the user does not have': withClaims(() => ({ role: 'admin' })),
  'a role that there is not': withClaims(() => ({ role: 'root' })),
  'a claim twice': withPayload((text) => `{"role":"admin",${text.slice(1)}`),
  'a claim twice, the good one first': withPayload((text) => `${text.slice(0, -1)},"role":"admin"}`),
  'a claim twice, one in escapes': withPayload((text) => `${text.slice(0, -1)},"\\u0072ole":"admin"}`),
  'a prototype': withPayload((text) => `{"__proto__":${text}}`),
  'white space': withPayload((text) => ` ${text}`),
  'no JSON': withPayload((text) => text.slice(0, -1)),
  text: withPayload(() => '"hello"'),
  null: withPayload(() => 'null'),
  'a list': withPayload((text) => `[${text}]`),
  'ten thousand brackets': withPayload(() => `${'['.repeat(10_000)}${']'.repeat(10_000)}`),
  'a megabyte': withClaims(() => ({ padding: 'x'.repeat(1_000_000) })),
  'twelve kilobytes': withClaims(() => ({ padding: 'x'.repeat(8_500) })),
  ...Object.fromEntries(
    CLAIMS.flatMap((claim): [string, Recipe][] => [
      [`no ${claim}`, withClaims(() => ({ [claim]: undefined }))],
      [`${claim} that is true`, withClaims(() => ({ [claim]: true }))],
      [`${claim} that is an object`, withClaims(() => ({ [claim]: {} }))],
      [`${claim} that is an empty text`, withClaims(() => ({ [claim]: '' }))],
    ]),
  ),
};

const SHAPES: Readonly<Record<string, Recipe>> = {
  'no token at all': () => 'hello',
  dots: () => '..',
  'four parts': ({ good }) => `${good.token}.${good.parts[2]}`,
  'five parts, as if encrypted': ({ good }) => `${good.token}.AA.AA`,
  'a JSON serialization': ({ good: { parts } }) =>
    JSON.stringify({ payload: parts[1], signatures: [{ protected: parts[0], signature: parts[2] }] }),
  'a truncated payload': ({ good: { parts } }) => `${parts[0]}.${parts[1].slice(0, -4)}.${parts[2]}`,
  padding: ({ good }) => `${good.token}=`,
  'padding inside': ({ good: { parts } }) => `${parts[0]}=.${parts[1]}=.${parts[2]}`,
  'spaces inside': ({ good: { parts } }) => `${parts[0]} .${parts[1]}. ${parts[2]}`,
  'a comma and another token': ({ good }) => `${good.token},${good.token}`,
  'percent signs': ({ good }) => good.token.replaceAll('.', '%2e'),
  'a refresh token': ({ refreshToken }) => refreshToken,
};

const CORPUS = {
  algorithm: ALGORITHMS,
  signature: SIGNATURES,
  header: HEADERS,
  payload: PAYLOADS,
  shape: SHAPES,
};
const CASES = Object.entries(CORPUS).flatMap(([part, recipes]) =>
  Object.entries(recipes).map(([name, recipe]): [string, Recipe] => [`${part}: ${name}`, recipe]),
);

describe.each(['HS256', 'RS256', 'ES256', 'EdDSA'] as const)('a gateway that signs with %s', (algorithm) => {
  const key = makeKey(algorithm);
  let gateway: TestGateway;
  let sink: Server;
  let connections = 0;
  let workshop: Workshop;

  beforeAll(async () => {
    sink = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    sink.listen(0, '127.0.0.1');
    await once(sink, 'listening');
    gateway = await TestGateway.start({ env: key.env });
    await gateway.createUser(EMAIL);
    const tokens = await logIn();
    workshop = {
      good: new TokenForge(tokens.access_token, key.sign),
      key,
      algorithm,
      refreshToken: tokens.refresh_token,
      sink: `http://127.0.0.1:${(sink.address() as AddressInfo).port}`,
    };
  });

  afterAll(async () => {
    await gateway.stop();
    sink.close();
  });

  async function logIn(): Promise<Tokens> {
    const body = { email: EMAIL, password: PASSWORD };
    return (await callApi<Tokens>(gateway.url, 'POST /auth/login', { body })).body;
  }

  const me = (token: string): ReturnType<typeof callApi<{ code: string }>> =>
    callApi(gateway.url, 'GET /auth/me', { token });

  async function expectRefused(token: string): Promise<void> {
    const { status, headers, body } = await me(token);
    expect([status, headers.get('www-authenticate')]).toEqual([401, CHALLENGE]);
    expect(body).toMatchObject({ status: 401, code: 'INVALID_TOKEN' });
  }

  it('takes its own tokens, and those that this test signs like them', async () => {
    const { good } = workshop;
    expect(good.header).toMatchObject({ alg: algorithm, typ: 'at+jwt' });
    for (const token of [good.token, good.forge({}), good.forge({ jti: randomUUID(), exp: now() + 60 })])
      expect((await me(token)).status).toBe(200);
  });

  it.each(CASES)('%s', (_name, recipe) => expectRefused(recipe(workshop)));

  it('algorithm: a MAC under the public key, in whatever form', async () => {
    for (const text of key.publicTexts) {
      for (const header of [{ alg: 'HS256' }, {}])
        await expectRefused(workshop.good.forge({}, header, mac('sha256', text)));
    }
  });

  it('after a logout takes its token in no spelling', async () => {
    const good = new TokenForge((await logIn()).access_token, key.sign);
    expect((await me(good.token)).status).toBe(200);
    expect((await callApi(gateway.url, 'POST /auth/logout', { token: good.token })).status).toBe(204);
    const spellings = [
      ...['', '=', '==', '.', ' ', '\t', '%20', ','].map((end) => `Bearer ${good.token}${end}`),
      `bearer ${good.token}`,
      `BEARER   ${good.token}`,
      `Bearer\t${good.token}`,
      `Bearer "${good.token}"`,
      good.token,
      ...looseEnds(good).map((token) => `Bearer ${token}`),
      `Bearer ${good.forge({})}`,
      `Bearer ${good.forge({ jti: randomUUID() })}`,
    ];
    for (const spelling of spellings) {
      const { host } = new URL(gateway.url);
      const lines = [
        'GET /auth/me HTTP/1.1',
        `Host: ${host}`,
        'Connection: close',
        `Authorization: ${spelling}`,
      ];
      expect({ spelling, ...(await rawRequest(gateway.url, [...lines, '', ''].join('\r\n'))) }).toMatchObject(
        {
          spelling,
          status: 401,
        },
      );
    }
  });

  it('has called nobody, and goes on taking the good token', async () => {
    expect(connections).toBe(0);
    expect((await me(workshop.good.token)).status).toBe(200);
  });
});

/** The last character of base64url carries bits that mean nothing: other characters decode to the same signature. */
function looseEnds({ token, parts: [header, payload, signature] }: TokenForge): string[] {
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const bytes = Buffer.from(signature, 'base64url');
  return ALPHABET.split('')
    .map((last) => `${header}.${payload}.${signature.slice(0, -1)}${last}`)
    .filter((other) => other !== token)
    .filter((other) => Buffer.from(other.split('.')[2] ?? '', 'base64url').equals(bytes));
}
