import { Injectable } from '@nestjs/common';

import type { Principal } from '../common/context/index.js';
import {
  type GrantedSession,
  RefreshService,
  type SessionOrigin,
  SessionsService,
} from '../sessions/index.js';
import { type User, UsersService } from '../users/index.js';
import { AccessTokenService } from './access-token.service.js';
import { InvalidCredentialsError, InvalidTokenError } from './auth-errors.js';
import { type MeResponse, type TokenResponse, toMeResponse } from './login.schema.js';

@Injectable()
export class AuthService {
  constructor(
    private readonly tokens: AccessTokenService,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly refreshes: RefreshService,
  ) {}

  /** @throws InvalidCredentialsError when the user has been disabled or the password changed since it was compared */
  async login(user: User, origin: SessionOrigin): Promise<TokenResponse> {
    const granted = await this.sessions.start(user, origin);
    if (!granted) throw new InvalidCredentialsError();
    return this.#answer(granted);
  }

  /** @throws InvalidRefreshTokenError */
  async refresh(refreshToken: string, origin: SessionOrigin): Promise<TokenResponse> {
    return this.#answer(await this.refreshes.refresh(refreshToken, origin));
  }

  /** @throws InvalidTokenError when the user of the token has been deleted */
  async describe(principal: Principal): Promise<MeResponse> {
    const user = await this.users.findById(principal.userId);
    if (!user) throw new InvalidTokenError();
    return toMeResponse(user);
  }

  #answer(granted: GrantedSession): TokenResponse {
    const { token, expiresIn } = this.tokens.issue(granted);
    return {
      access_token: token,
      refresh_token: granted.refreshToken,
      token_type: 'Bearer',
      expires_in: expiresIn,
    };
  }
}
