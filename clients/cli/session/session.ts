import { NotLoggedInError } from '../errors.ts';
import type { Credential } from '../gateway/credential.ts';
import { ANONYMOUS } from '../gateway/credential.ts';
import { GatewayClient } from '../gateway/gateway-client.ts';
import { GatewayError } from '../gateway/gateway-error.ts';
import type { Credentials, CredentialsFile } from './credentials-file.ts';

/** What `/auth/login` and `/auth/refresh` answer. */
export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  /** Seconds. */
  readonly expires_in: number;
}

/** A token that is on its way must not expire before it arrives. */
const LEEWAY_MS = 10_000;
const REFRESH_TIMEOUT_MS = 10_000;

/** A login whose access token is renewed when it has to be. */
export class Session implements Credential {
  readonly #file: CredentialsFile;
  #credentials: Credentials;
  #renewal: Promise<void> | undefined;

  constructor(file: CredentialsFile, credentials: Credentials) {
    this.#file = file;
    this.#credentials = credentials;
  }

  async headers(): Promise<Readonly<Record<string, string>>> {
    const endsAt = Date.parse(this.#credentials.expires_at);
    if (!(Date.now() + LEEWAY_MS < endsAt)) await this.#renewOnce();
    return this.#bearer;
  }

  async renew({ authorization }: Readonly<Record<string, string>>): Promise<boolean> {
    if (authorization === this.#bearer.authorization) await this.#renewOnce();
    return true;
  }

  get #bearer(): { readonly authorization: string } {
    return { authorization: `Bearer ${this.#credentials.access_token}` };
  }

  /** A refresh token is good for one use: all calls of this process wait for the same one. */
  #renewOnce(): Promise<void> {
    this.#renewal ??= this.#file
      .locked(() => this.#renew())
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }

  /** Another process may have done it while this one waited for the lock. */
  async #renew(): Promise<void> {
    const stored = await this.#file.read();
    if (stored?.url !== this.#credentials.url) throw new NotLoggedInError('You are no longer logged in.');
    if (stored.access_token === this.#credentials.access_token) {
      this.#credentials = await refresh(stored);
      await this.#file.write(this.#credentials);
    } else {
      this.#credentials = stored;
    }
  }
}

export function toCredentials(url: string, tokens: Tokens): Credentials {
  const { access_token, refresh_token, expires_in } = tokens;
  return {
    url,
    access_token,
    refresh_token,
    expires_at: new Date(Date.now() + expires_in * 1000).toISOString(),
  };
}

/**
 * Not interrupted by Ctrl-C: an answer that nobody keeps would end the session. Repeated at once it gets the same
 * answer again.
 */
async function refresh({ url, refresh_token }: Credentials): Promise<Credentials> {
  const body = JSON.stringify({ refresh_token });
  try {
    const call = { body, timeoutMs: REFRESH_TIMEOUT_MS };
    return toCredentials(
      url,
      await new GatewayClient(url, ANONYMOUS).json<Tokens>('POST /auth/refresh', call),
    );
  } catch (error) {
    if (!(error instanceof GatewayError) || error.status !== 401) throw error;
    throw new NotLoggedInError('Your session has ended: log in again.', { cause: error });
  }
}
