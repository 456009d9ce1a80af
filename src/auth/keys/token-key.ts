import type { JsonWebKey } from 'node:crypto';

import type { AppConfig } from '../../config/index.js';

export type JwtAlgorithm = AppConfig['auth']['jwt_algorithm'];

/** The members of a token's header that every key writes. */
export interface TokenHeader {
  readonly typ: string;
}

/** One key with its one algorithm. What a token says about its algorithm is compared with this, never obeyed. */
export interface TokenKey {
  readonly kid: string;
  readonly algorithm: JwtAlgorithm;
  /** Not with a public key. */
  readonly canSign: boolean;
  /** For others to verify with; undefined for a secret, which is shown to nobody. */
  readonly publicJwk: JsonWebKey | undefined;

  /** @returns the compact serialization (RFC 7515, section 3.1) */
  sign(header: TokenHeader, claims: object): string;

  /** Only the signature; the claims are the caller's to check. */
  verifies(token: string): boolean;
}
