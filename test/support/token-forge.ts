import { constants, createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

export type ForgeAlgorithm = 'HS256' | 'RS256' | 'ES256' | 'EdDSA';
export type Json = Readonly<Record<string, unknown>>;

/** Signs the bytes of `header.payload`. */
export type Signer = (input: string) => Buffer;

/** What signs the tokens of a gateway, as the environment names it, and in the hands of a test. */
export interface KnownKey {
  readonly env: Readonly<Record<string, string>>;
  readonly sign: Signer;
  /** What an attacker knows: for a pair, the public key in the texts that people write it in. */
  readonly publicTexts: readonly string[];
}

export function makeKey(algorithm: ForgeAlgorithm): KnownKey {
  if (algorithm === 'HS256') {
    const secret = 'Zm9yIHRlc3RzIG9ubHk6IDQ4IGJ5dGVzIG9mIHNlY3JldCE';
    return { env: { JWT_SECRET_KEY: secret }, sign: mac('sha256', secret), publicTexts: [] };
  }
  const { privateKey, publicKey } = generatePair(algorithm);
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return {
    env: { JWT_ALGORITHM: algorithm, JWT_SECRET_KEY: pem },
    sign: signer(algorithm, privateKey),
    publicTexts: [
      publicPem,
      publicPem.trim(),
      publicKey.export({ type: 'spki', format: 'der' }).toString('latin1'),
      JSON.stringify(publicKey.export({ format: 'jwk' })),
    ],
  };
}

export function mac(hash: 'sha256' | 'sha384' | 'sha512', secret: string): Signer {
  return (input) => createHmac(hash, Buffer.from(secret, 'latin1')).update(input).digest();
}

export function signer(algorithm: Exclude<ForgeAlgorithm, 'HS256'>, key: KeyObject): Signer {
  switch (algorithm) {
    case 'RS256':
      return (input) => sign('sha256', Buffer.from(input), { key, padding: constants.RSA_PKCS1_PADDING });
    case 'ES256':
      return (input) => sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
    case 'EdDSA':
      return (input) => sign(null, Buffer.from(input), key);
  }
}

interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function generatePair(algorithm: Exclude<ForgeAlgorithm, 'HS256'>): Pair {
  switch (algorithm) {
    case 'RS256':
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'EdDSA':
      return generateKeyPairSync('ed25519');
  }
}

export function encode(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** A good token, taken apart, so that a test can put together others like it. */
export class TokenForge {
  readonly header: Json;
  readonly claims: Json;
  readonly parts: readonly [header: string, payload: string, signature: string];

  constructor(
    readonly token: string,
    private readonly key: Signer,
  ) {
    const [header = '', payload = '', signature = ''] = token.split('.');
    this.parts = [header, payload, signature];
    this.header = decode(header);
    this.claims = decode(payload);
  }

  /** With these changes (undefined: without), and the right signature. */
  forge(claims: Json, header: Json = {}, key = this.key): string {
    return this.seal(encode({ ...this.header, ...header }), encode({ ...this.claims, ...claims }), key);
  }

  /** These parts, already encoded, and a signature. */
  seal(header: string, payload: string, key = this.key): string {
    return `${header}.${payload}.${key(`${header}.${payload}`).toString('base64url')}`;
  }
}

function decode(part: string): Json {
  return JSON.parse(Buffer.from(part, 'base64url').toString()) as Json;
}
