import { generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { createTokenKey } from './create-token-key.js';
import type { TokenKey } from './token-key.js';

const toPem = ({ privateKey }: ReturnType<typeof generateKeyPairSync>): string =>
  privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const KEYS: Readonly<Record<string, TokenKey>> = {
  HS256: createTokenKey({ text: 'a secret that only this test knows, of 32 bytes or more' }),
  RS256: createTokenKey({ text: toPem(generateKeyPairSync('rsa', { modulusLength: 2048 })) }),
  ES256: createTokenKey({ text: toPem(generateKeyPairSync('ec', { namedCurve: 'P-256' })) }),
  EdDSA: createTokenKey({ text: toPem(generateKeyPairSync('ed25519')) }),
};

const SIGNATURES: Readonly<Record<string, (good: string) => string>> = {
  'one character': () => 'A',
  'one byte': () => 'AA',
  'cut in half': (good) => good.slice(0, good.length / 2),
  'a character short': (good) => good.slice(0, -1),
  twice: (good) => good + good,
  'all zeros': (good) => 'A'.repeat(good.length),
  'all ones': (good) => '_'.repeat(good.length),
  'DER instead of two numbers': () => Buffer.from('3006020101020101', 'hex').toString('base64url'),
};

/** Whatever is in its place: a signature that is none is no fault of ours. */
describe.each(Object.keys(KEYS))('a malformed signature › %s', (algorithm) => {
  const key = KEYS[algorithm]!;
  const token = key.sign({ typ: 'at+jwt' }, { sub: 'somebody' });
  const end = token.lastIndexOf('.') + 1;

  it('is told from a good one', () => {
    expect(key.verifies(token)).toBe(true);
  });

  it.each(Object.keys(SIGNATURES))('%s › does not verify, and does not throw', (name) => {
    const signature = SIGNATURES[name]?.(token.slice(end)) ?? '';
    expect(key.verifies(token.slice(0, end) + signature)).toBe(false);
  });
});
