import type { paths } from '../generated/api.ts';
import type { JsonAnswer } from '../http/json-answer.ts';
import { NO_RETRY, type RetryOptions } from '../http/retry.ts';
import type { Transport } from '../http/transport.ts';

export type Tokens = JsonAnswer<paths['/auth/login']['post']>;
export type Me = JsonAnswer<paths['/auth/me']['get']>;

export interface PasswordLogin {
  readonly email: string;
  readonly password: string;
}

const REFRESH_TIMEOUT_MS = 10_000;

/** Logging in and out. */
export class AuthApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Not repeated by itself: failed logins are counted. */
  login({ email, password }: PasswordLogin): Promise<Tokens> {
    const body = JSON.stringify({ email, password });
    return this.#transport.json('POST', '/auth/login', { body, retry: NO_RETRY, isAnonymous: true });
  }

  /** The same refresh token at once again gets the same answer, so that a lost one does no harm. */
  refresh(refreshToken: string, retry?: RetryOptions): Promise<Tokens> {
    const body = JSON.stringify({ refresh_token: refreshToken });
    const call = { body, isAnonymous: true, isRepeatable: true, timeoutMs: REFRESH_TIMEOUT_MS };
    return this.#transport.json('POST', '/auth/refresh', { ...call, ...(retry && { retry }) });
  }

  /** Ends the session that the access token belongs to. */
  logout(): Promise<void> {
    return this.#transport.request('POST', '/auth/logout', { retry: NO_RETRY }, () => Promise.resolve());
  }

  me(): Promise<Me> {
    return this.#transport.json('GET', '/auth/me');
  }
}
