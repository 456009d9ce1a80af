import type { JsonWebKey, KeyObject } from 'node:crypto';

import { JwtService } from '@nestjs/jwt';

import type { JwtAlgorithm, TokenHeader, TokenKey } from './token-key.js';

const JWT_ERRORS = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);
/** Two numbers of 32 bytes (RFC 7518, section 3.4). For any other length the library fails as if the fault were ours. */
const ES256_SIGNATURE = /\.[\w-]{86}$/;

/** HS256/384/512, RS256 and ES256, by `@nestjs/jwt`. */
export class LibraryTokenKey implements TokenKey {
  readonly canSign: boolean;
  readonly #jwt: JwtService;

  /** @param signWith a secret or a private key; undefined for a key that only verifies */
  constructor(
    readonly kid: string,
    readonly algorithm: Exclude<JwtAlgorithm, 'EdDSA'>,
    signWith: KeyObject | undefined,
    verifyWith: KeyObject,
    readonly publicJwk: JsonWebKey | undefined,
  ) {
    this.canSign = signWith !== undefined;
    // KeyObjects, because jsonwebtoken tries a string as a public key first, on every token.
    this.#jwt = new JwtService({ publicKey: verifyWith, ...(signWith && { privateKey: signWith }) });
  }

  sign(header: TokenHeader, claims: object): string {
    const { algorithm, kid } = this;
    return this.#jwt.sign(claims, { algorithm, header: { alg: algorithm, ...header, kid } });
  }

  verifies(token: string): boolean {
    if (this.algorithm === 'ES256' && !ES256_SIGNATURE.test(token)) return false;
    try {
      this.#jwt.verify<object>(token, {
        algorithms: [this.algorithm],
        ignoreExpiration: true,
        ignoreNotBefore: true,
      });
      return true;
    } catch (error) {
      // Anything else is a fault of ours, and a client must not take that for a bad token.
      if (error instanceof Error && JWT_ERRORS.has(error.name)) return false;
      throw error;
    }
  }
}
