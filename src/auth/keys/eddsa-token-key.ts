import { type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';

import type { TokenHeader, TokenKey } from './token-key.js';

/** Ed25519 (RFC 8037), which the library behind `@nestjs/jwt` does not know. */
export class EdDsaTokenKey implements TokenKey {
  readonly algorithm = 'EdDSA';

  /** @param signWith undefined for a key that only verifies */
  constructor(
    readonly kid: string,
    private readonly signWith: KeyObject | undefined,
    private readonly verifyWith: KeyObject,
    readonly publicJwk: JsonWebKey,
  ) {}

  get canSign(): boolean {
    return this.signWith !== undefined;
  }

  sign(header: TokenHeader, claims: object): string {
    if (!this.signWith) throw new Error(`the key ${this.kid} cannot sign`);
    const input = `${encode({ alg: this.algorithm, ...header, kid: this.kid })}.${encode(claims)}`;
    return `${input}.${sign(null, Buffer.from(input), this.signWith).toString('base64url')}`;
  }

  verifies(token: string): boolean {
    const end = token.lastIndexOf('.');
    const signature = Buffer.from(token.slice(end + 1), 'base64url');
    return verify(null, Buffer.from(token.slice(0, end)), this.verifyWith, signature);
  }
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
