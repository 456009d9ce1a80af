import {
  createHash,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';

import { EdDsaTokenKey } from './eddsa-token-key.js';
import { UnusableKeyError } from './key-error.js';
import { LibraryTokenKey } from './library-token-key.js';
import type { JwtAlgorithm, TokenKey } from './token-key.js';

const PEM = /^\s*-----BEGIN (?:[A-Z0-9]+ )*?(PRIVATE|PUBLIC) KEY-----/;
const MIN_RSA_BITS = 2048;
/** RFC 7518, section 3.2: a key is at least as long as the hash that it feeds. */
const MIN_SECRET_BYTES = { HS256: 32, HS384: 48, HS512: 64 } as const;
const KID_CHARACTERS = 16;

type SecretAlgorithm = keyof typeof MIN_SECRET_BYTES;

export interface KeyMaterial {
  /** A secret, or a private or public key as PEM. */
  readonly text: string;
  /** Undefined: the one that the key is made for. */
  readonly algorithm?: JwtAlgorithm | undefined;
  /** Undefined: derived from the key, so that it is the same on every replica. */
  readonly kid?: string | undefined;
}

/** @throws UnusableKeyError */
export function createTokenKey({ text, algorithm, kid }: KeyMaterial): TokenKey {
  const kind = PEM.exec(text)?.[1];
  if (kind === undefined) return secretKey(text, algorithm ?? 'HS256', kid);
  const signWith = kind === 'PRIVATE' ? parse(createPrivateKey, text) : undefined;
  const verifyWith = signWith ? createPublicKey(signWith) : parse(createPublicKey, text);
  const natural = algorithmOf(verifyWith);
  if (algorithm !== undefined && algorithm !== natural) {
    throw new UnusableKeyError(`is a key for ${natural}, not for ${algorithm}`);
  }
  return pairKey(natural, kid, signWith, verifyWith);
}

function secretKey(text: string, algorithm: JwtAlgorithm, kid?: string): TokenKey {
  if (!isSecretAlgorithm(algorithm)) {
    throw new UnusableKeyError(`is not a PEM key, which ${algorithm} needs`);
  }
  const minimum = MIN_SECRET_BYTES[algorithm];
  if (Buffer.byteLength(text) < minimum) {
    throw new UnusableKeyError(`is too short: ${algorithm} needs at least ${minimum} bytes`);
  }
  const key = createSecretKey(text, 'utf8');
  return new LibraryTokenKey(kid ?? digest(`iris jwt kid ${text}`), algorithm, key, key, undefined);
}

function pairKey(
  algorithm: 'RS256' | 'ES256' | 'EdDSA',
  givenKid: string | undefined,
  signWith: KeyObject | undefined,
  verifyWith: KeyObject,
): TokenKey {
  const jwk = verifyWith.export({ format: 'jwk' });
  const kid = givenKid ?? thumbprint(jwk);
  const publicJwk = { ...jwk, kid, alg: algorithm, use: 'sig' };
  return algorithm === 'EdDSA'
    ? new EdDsaTokenKey(kid, signWith, verifyWith, publicJwk)
    : new LibraryTokenKey(kid, algorithm, signWith, verifyWith, publicJwk);
}

function parse(create: (pem: string) => KeyObject, pem: string): KeyObject {
  try {
    return create(pem);
  } catch {
    throw new UnusableKeyError('is not a PEM key that can be read without a passphrase');
  }
}

function algorithmOf({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): 'RS256' | 'ES256' | 'EdDSA' {
  const { modulusLength = 0, namedCurve } = asymmetricKeyDetails ?? {};
  if (asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') return 'ES256';
  if (asymmetricKeyType === 'rsa' && modulusLength >= MIN_RSA_BITS) return 'RS256';
  throw new UnusableKeyError(`is neither RSA with ${MIN_RSA_BITS} bits or more, nor EC P-256, nor Ed25519`);
}

function isSecretAlgorithm(algorithm: JwtAlgorithm): algorithm is SecretAlgorithm {
  return algorithm in MIN_SECRET_BYTES;
}

/** RFC 7638: of the members that make the key, in alphabetical order. */
function thumbprint({ crv, e, kty, n, x, y }: JsonWebKey): string {
  return digest(JSON.stringify({ crv, e, kty, n, x, y }));
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, KID_CHARACTERS);
}
