import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';

import type { Principal, Role } from '../common/context/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { InvalidTokenError } from './auth-errors.js';
import {
  ACCESS_TOKEN_TYPE,
  decodeTokenPart,
  type TokenClaims,
  tokenClaimsSchema,
  tokenHeaderSchema,
} from './token-claims.js';
import { VerifiedTokens } from './verified-tokens.js';

/** Ours have some 400 characters. */
const MAX_TOKEN_CHARACTERS = 8 * 1024;
const COMPACT_TOKEN = /^([\w-]+)\.([\w-]+)\.[\w-]+$/;
/** Clocks of two replicas may differ by this much; a token is never good after its `exp`. */
const CLOCK_LEEWAY_SECONDS = 5;
const JWT_ERRORS = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError']);

export interface AccessToken {
  readonly token: string;
  /** Seconds from now. */
  readonly expiresIn: number;
}

/** Issues and verifies access tokens (RFC 9068), signed with the one configured algorithm. */
@Injectable()
export class AccessTokenService {
  readonly #verified = new VerifiedTokens();
  readonly #lifetimeSeconds: number;

  constructor(
    private readonly jwt: JwtService,
    @InjectConfig('auth') private readonly config: AppConfig['auth'],
  ) {
    this.#lifetimeSeconds = config.jwt_access_token_expire_minutes * 60;
  }

  issue(user: { readonly id: string; readonly role: Role }): AccessToken {
    const { issuer, audience, jwt_algorithm: algorithm } = this.config;
    const token = this.jwt.sign(
      { role: user.role },
      {
        algorithm,
        header: { alg: algorithm, typ: ACCESS_TOKEN_TYPE },
        issuer,
        audience,
        subject: user.id,
        jwtid: randomUUID(),
        notBefore: 0,
        expiresIn: this.#lifetimeSeconds,
      },
    );
    return { token, expiresIn: this.#lifetimeSeconds };
  }

  /** @throws InvalidTokenError */
  verify(token: string): Principal {
    if (token.length > MAX_TOKEN_CHARACTERS) throw new InvalidTokenError();
    const known = this.#verified.find(token);
    if (known) return known;
    const claims = this.#checkClaims(token);
    this.#checkSignature(token);
    const principal: Principal = { userId: claims.sub, role: claims.role, tokenId: claims.jti };
    this.#verified.remember(token, principal, claims.exp * 1000);
    return principal;
  }

  /** Before the signature: cheaper, and the library is only given what it cannot stumble over. */
  #checkClaims(token: string): TokenClaims {
    const [, header = '', payload = ''] = COMPACT_TOKEN.exec(token) ?? [];
    const parsedHeader = tokenHeaderSchema.safeParse(decodeTokenPart(header));
    const claims = tokenClaimsSchema.safeParse(decodeTokenPart(payload));
    if (!parsedHeader.success || !claims.success || !this.#isTimely(claims.data))
      throw new InvalidTokenError();
    return claims.data;
  }

  #isTimely({ iat, exp }: TokenClaims): boolean {
    const now = Date.now() / 1000;
    return exp > now && iat <= now + CLOCK_LEEWAY_SECONDS && exp - iat <= this.#lifetimeSeconds;
  }

  #checkSignature(token: string): void {
    const { issuer, audience, jwt_algorithm: algorithm } = this.config;
    try {
      this.jwt.verify<object>(token, {
        algorithms: [algorithm],
        issuer,
        audience,
        clockTolerance: CLOCK_LEEWAY_SECONDS,
      });
    } catch (error) {
      // Anything else is a fault of ours, and a client must not take that for a bad token.
      if (error instanceof Error && JWT_ERRORS.has(error.name)) throw new InvalidTokenError(error);
      throw error;
    }
  }
}
