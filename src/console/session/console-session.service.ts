import { Injectable } from '@nestjs/common';
import type { Response } from 'express';

import { AccessTokenService, AuthService, type MeResponse, type TokenResponse } from '../../auth/index.js';
import { AppError } from '../../common/errors/index.js';
import type { Exchange } from '../../common/http/index.js';
import { type SessionOrigin, SessionsService } from '../../sessions/index.js';
import type { User } from '../../users/index.js';
import { clearRefreshCookie, readRefreshCookie, setRefreshCookie } from './refresh-cookie.js';

/** What a page gets: the refresh token is in the cookie. */
export interface ConsoleSession extends Omit<TokenResponse, 'refresh_token'> {
  readonly user: MeResponse;
}

/** Sessions as those of any client, whose refresh token is kept by the browser, where no script reads it. */
@Injectable()
export class ConsoleSessionService {
  constructor(
    private readonly auth: AuthService,
    private readonly tokens: AccessTokenService,
    private readonly sessions: SessionsService,
  ) {}

  /** @throws InvalidCredentialsError */
  async logIn(user: User, origin: SessionOrigin, response: Response): Promise<ConsoleSession> {
    return this.#handOver(await this.auth.login(user, origin), response);
  }

  /**
   * @returns undefined (204) when nobody is logged in, which is no mistake of the page that asks
   * @throws InvalidRefreshTokenError, DatabaseUnavailableError, DatabaseBusyError
   */
  async refresh({ request, response }: Exchange, origin: SessionOrigin): Promise<ConsoleSession | undefined> {
    const token = readRefreshCookie(request);
    if (token === undefined) {
      response.status(204);
      return undefined;
    }
    try {
      return await this.#handOver(await this.auth.refresh(token, origin), response);
    } catch (error) {
      // Any other failure may pass, and the token is good again then.
      if (error instanceof AppError && error.status === 401) clearRefreshCookie(response);
      throw error;
    }
  }

  /** The cookie stays when it is not sure that the session is over: then it can be tried again. */
  async logOut({ request, response }: Exchange, origin: SessionOrigin): Promise<void> {
    const token = readRefreshCookie(request);
    if (token !== undefined) await this.sessions.logOutByToken(token, origin);
    clearRefreshCookie(response);
  }

  async #handOver(
    { refresh_token: refreshToken, ...tokens }: TokenResponse,
    response: Response,
  ): Promise<ConsoleSession> {
    // First of all: the former token is used up, whatever may fail from here on.
    setRefreshCookie(response, refreshToken);
    const principal = await this.tokens.verify(tokens.access_token);
    return { ...tokens, user: await this.auth.describe(principal) };
  }
}
