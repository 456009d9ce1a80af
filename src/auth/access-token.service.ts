import { randomUUID } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { type Principal, type Role, scopesOfRole } from '../common/context/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { SessionCheck } from '../sessions/index.js';
import { InvalidTokenError } from './auth-errors.js';
import { SigningKeys } from './keys/index.js';
import {
  ACCESS_TOKEN_TYPE,
  decodeTokenPart,
  type TokenClaims,
  tokenClaimsSchema,
  tokenHeaderSchema,
} from './token-claims.js';
import { type VerifiedToken, VerifiedTokens } from './verified-tokens.js';

/** Ours have some 500 characters, 1000 with RS256. */
const MAX_TOKEN_CHARACTERS = 8 * 1024;
const COMPACT_TOKEN = /^([\w-]+)\.([\w-]+)\.[\w-]+$/;
/** Clocks of two replicas may differ by this much; a token is never good after its `exp`. */
const CLOCK_LEEWAY_SECONDS = 5;

export interface AccessToken {
  readonly token: string;
  /** Seconds from now. */
  readonly expiresIn: number;
}

/** Whose token it is. */
export interface TokenSubject {
  readonly sessionId: string;
  readonly user: { readonly id: string; readonly role: Role };
  /** When the session ends; its tokens end with it. */
  readonly expiresAt: Date;
}

/** Issues and verifies access tokens (RFC 9068), and asks whether their sessions are live. */
@Injectable()
export class AccessTokenService {
  readonly #verified = new VerifiedTokens();
  readonly #lifetimeSeconds: number;

  constructor(
    private readonly keys: SigningKeys,
    @Inject(SessionCheck) private readonly sessions: Pick<SessionCheck, 'isLive'>,
    @InjectConfig('auth') private readonly config: AppConfig['auth'],
  ) {
    this.#lifetimeSeconds = config.jwt_access_token_expire_minutes * 60;
  }

  issue({ sessionId, user, expiresAt }: TokenSubject): AccessToken {
    const now = Math.floor(Date.now() / 1000);
    const exp = Math.min(now + this.#lifetimeSeconds, Math.floor(expiresAt.getTime() / 1000));
    const claims: TokenClaims = {
      iss: this.config.issuer,
      aud: this.config.audience,
      sub: user.id,
      sid: sessionId,
      role: user.role,
      jti: randomUUID(),
      iat: now,
      nbf: now,
      exp,
    };
    return { token: this.keys.signer.sign({ typ: ACCESS_TOKEN_TYPE }, claims), expiresIn: exp - now };
  }

  /**
   * At once for a token whose session is known here; otherwise somebody has to be asked first.
   * @throws InvalidTokenError; the promise rejects with it too, or with DatabaseUnavailableError or DatabaseBusyError
   */
  verify(token: string): Principal | Promise<Principal> {
    if (token.length > MAX_TOKEN_CHARACTERS) throw new InvalidTokenError();
    const verified = this.#verified.find(token) ?? this.#examine(token);
    const isLive = this.sessions.isLive(verified.session);
    return typeof isLive === 'boolean'
      ? requireLive(verified, isLive)
      : isLive.then((answer) => requireLive(verified, answer));
  }

  #examine(token: string): VerifiedToken {
    const [, header = '', payload = ''] = COMPACT_TOKEN.exec(token) ?? [];
    const parsedHeader = tokenHeaderSchema.safeParse(decodeTokenPart(header));
    const claims = tokenClaimsSchema.safeParse(decodeTokenPart(payload));
    // The claims before the signature: cheaper, and the library is only given what it cannot stumble over.
    if (!parsedHeader.success || !claims.success || !this.#isForUs(claims.data))
      throw new InvalidTokenError();
    const { kid, alg } = parsedHeader.data;
    const key = this.keys.find(kid);
    if (key?.algorithm !== alg || !key.verifies(token)) throw new InvalidTokenError();
    const verified = toVerifiedToken(claims.data);
    this.#verified.remember(token, verified);
    return verified;
  }

  #isForUs({ iss, aud, iat, nbf, exp }: TokenClaims): boolean {
    const now = Date.now() / 1000;
    return (
      iss === this.config.issuer &&
      aud === this.config.audience &&
      exp > now &&
      Math.max(iat, nbf) <= now + CLOCK_LEEWAY_SECONDS &&
      exp - iat <= this.#lifetimeSeconds
    );
  }
}

function requireLive({ principal }: VerifiedToken, isLive: boolean): Principal {
  if (!isLive) throw new InvalidTokenError();
  return principal;
}

function toVerifiedToken({ sub, sid, role, jti, exp }: TokenClaims): VerifiedToken {
  const credential = { kind: 'access_token', tokenId: jti, sessionId: sid } as const;
  return {
    principal: { userId: sub, role, scopes: scopesOfRole(role), credential },
    session: { id: sid, userId: sub, role },
    expiresAtMs: exp * 1000,
  };
}
