import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../config/index.js';
import { SigningKeys } from './signing-keys.js';

const SECRET = 'Zq7!vT2#kLp9@xWc4$eRb8%nYs5^mJd1';
const HEADER = { typ: 'at+jwt' };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'iris-spec-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function keysWith(env: Readonly<Record<string, string>>): SigningKeys {
  const configDir = resolve('config');
  const { auth, runtime } = loadConfig({ env: { IRIS_DATA_DIR: folder, ...env }, cwd: tmpdir(), configDir });
  return new SigningKeys(auth, runtime);
}

const listWith = (...keys: readonly object[]): SigningKeys => keysWith({ JWT_KEYS: JSON.stringify(keys) });

type KeyPair = ReturnType<typeof generateKeyPairSync>;

const PAIRS: Readonly<Record<'RS256' | 'ES256' | 'EdDSA', KeyPair>> = {
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: generateKeyPairSync('ed25519'),
};

function privateFile(name: string, { privateKey }: KeyPair): string {
  const file = join(folder, name);
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

function publicFile(name: string, { publicKey }: KeyPair): string {
  const file = join(folder, name);
  writeFileSync(file, publicKey.export({ type: 'spki', format: 'pem' }));
  return file;
}

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'] as const;

describe('SigningKeys › JWT_SECRET_KEY', () => {
  it('is the only key, with a name that is the same on every replica', () => {
    const { signer, publicKeys } = keysWith({ JWT_SECRET_KEY: SECRET });
    expect(signer).toMatchObject({ algorithm: 'HS256', kid: expect.stringMatching(/^[\w-]{16}$/) });
    expect(keysWith({ JWT_SECRET_KEY: SECRET }).find(signer.kid)?.verifies(signer.sign(HEADER, {}))).toBe(
      true,
    );
    expect(keysWith({ JWT_SECRET_KEY: `${SECRET}!` }).signer.kid).not.toBe(signer.kid);
    expect(publicKeys).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(ALGORITHMS)('may be a private key for %s', (algorithm) => {
    const file = privateFile('key.pem', PAIRS[algorithm]);
    const keys = keysWith({ JWT_ALGORITHM: algorithm, JWT_SECRET_KEY_FILE: file });
    expect(keys.signer.algorithm).toBe(algorithm);
    expect(keys.publicKeys).toHaveLength(1);
  });

  it.each(ALGORITHMS)('is made when it is missing, for %s as well', (algorithm) => {
    const { signer } = keysWith({ JWT_ALGORITHM: algorithm });
    expect(keysWith({ JWT_ALGORITHM: algorithm }).find(signer.kid)?.verifies(signer.sign(HEADER, {}))).toBe(
      true,
    );
  });

  it('is refused when the kept one has been cut', () => {
    writeFileSync(join(folder, 'jwt-secret'), 'short');
    expect(() => keysWith({})).toThrow(/too short.*delete it to have a new one made/);
  });
});

describe('SigningKeys › JWT_KEYS', () => {
  it.each(ALGORITHMS)('signs with the first and verifies with all › %s', (algorithm) => {
    const before = listWith({ kid: 'old', file: privateFile('old.pem', PAIRS[algorithm]) });
    const token = before.signer.sign(HEADER, { sub: 'x' });
    expect(before.find('old')?.verifies(token)).toBe(true);
    const after = listWith(
      { kid: 'new', secret: SECRET },
      { kid: 'old', file: publicFile('old-public.pem', PAIRS[algorithm]) },
    );
    expect(after.signer.kid).toBe('new');
    expect(after.find('old')?.verifies(token)).toBe(true);
    expect(after.find('old')?.canSign).toBe(false);
    expect(after.find('new')?.verifies(token)).toBe(false);
  });

  it('keeps the tokens of JWT_SECRET_KEY good beside a list', () => {
    const { signer } = keysWith({ JWT_SECRET_KEY: SECRET });
    const list = JSON.stringify([{ kid: 'new', file: privateFile('new.pem', PAIRS.EdDSA) }]);
    const after = keysWith({ JWT_SECRET_KEY: SECRET, JWT_KEYS: list });
    expect(after.signer.kid).toBe('new');
    expect(after.find(signer.kid)?.verifies(signer.sign(HEADER, {}))).toBe(true);
  });

  it('shows public keys, and never a private member or a secret', () => {
    const keys = listWith(
      ...ALGORITHMS.map((algorithm) => ({
        kid: algorithm,
        file: privateFile(`${algorithm}.pem`, PAIRS[algorithm]),
      })),
      { kid: 'secret', secret: SECRET },
    );
    expect(keys.publicKeys.map(({ kid, alg, use, kty }) => ({ kid, alg, use, kty }))).toEqual([
      { kid: 'RS256', alg: 'RS256', use: 'sig', kty: 'RSA' },
      { kid: 'ES256', alg: 'ES256', use: 'sig', kty: 'EC' },
      { kid: 'EdDSA', alg: 'EdDSA', use: 'sig', kty: 'OKP' },
    ]);
    for (const key of keys.publicKeys)
      for (const member of ['d', 'p', 'q', 'k']) expect(key).not.toHaveProperty(member);
  });

  it.each([
    ['a kid that is a path', [{ kid: '../key', secret: SECRET }], 'letters, digits'],
    [
      'a kid twice',
      [
        { kid: 'a', secret: SECRET },
        { kid: 'a', secret: `${SECRET}!` },
      ],
      'every kid once',
    ],
    ['neither secret nor file', [{ kid: 'a' }], 'either secret or file'],
    ['both secret and file', [{ kid: 'a', secret: SECRET, file: 'x' }], 'either secret or file'],
    ['a file that is not there', [{ kid: 'a', file: '/nonexistent/key.pem' }], 'cannot be read'],
    ['a secret that is too short', [{ kid: 'a', secret: 'short' }], 'too short'],
    ['a secret that is too short for HS512', [{ kid: 'a', secret: SECRET, algorithm: 'HS512' }], 'too short'],
    ['a secret for RS256', [{ kid: 'a', secret: SECRET, algorithm: 'RS256' }], 'not a PEM key'],
  ])('refuses %s', (_case, keys, message) => {
    expect(() => listWith(...keys)).toThrow(message);
  });

  it('refuses a key for another algorithm, a weak one, and a public one that should sign', () => {
    const ec = privateFile('ec.pem', PAIRS.ES256);
    expect(() => listWith({ kid: 'a', file: ec, algorithm: 'HS256' })).toThrow(
      'is a key for ES256, not for HS256',
    );
    const weak = privateFile('weak.pem', generateKeyPairSync('rsa', { modulusLength: 1024 }));
    expect(() => listWith({ kid: 'a', file: weak })).toThrow('RSA with 2048 bits');
    const p384 = privateFile('p384.pem', generateKeyPairSync('ec', { namedCurve: 'P-384' }));
    expect(() => listWith({ kid: 'a', file: p384 })).toThrow('EC P-256');
    expect(() => listWith({ kid: 'a', file: publicFile('public.pem', PAIRS.EdDSA) })).toThrow('public key');
  });

  it('finds a key by its exact name only', () => {
    const keys = listWith({ kid: 'a', secret: SECRET });
    for (const kid of ['A', '', ' a', 'a/../a', '__proto__', 'constructor', 'https://example.com/a']) {
      expect(keys.find(kid)).toBeUndefined();
    }
  });
});
