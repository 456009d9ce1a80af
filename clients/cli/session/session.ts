import { IrisClient, isUnauthenticated, type Tokens, type TokenSource } from '../../typescript/src/index.ts';
import { NotLoggedInError } from '../errors.ts';
import type { Credentials, CredentialsFile } from './credentials-file.ts';

/** A token that is on its way must not expire before it arrives. */
const LEEWAY_MS = 10_000;

/** A login whose access token is renewed when it has to be. */
export class Session implements TokenSource {
  readonly #file: CredentialsFile;
  #credentials: Credentials;
  #renewal: Promise<void> | undefined;

  constructor(file: CredentialsFile, credentials: Credentials) {
    this.#file = file;
    this.#credentials = credentials;
  }

  async token(): Promise<string> {
    const endsAt = Date.parse(this.#credentials.expires_at);
    if (!(Date.now() + LEEWAY_MS < endsAt)) await this.#renewOnce();
    return this.#credentials.access_token;
  }

  refresh(): Promise<void> {
    return this.#renewOnce();
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
async function refresh({ url, refresh_token: token }: Credentials): Promise<Credentials> {
  try {
    return toCredentials(url, await new IrisClient({ baseUrl: url }).auth.refresh(token));
  } catch (error) {
    if (!isUnauthenticated(error)) throw error;
    throw new NotLoggedInError('Your session has ended: log in again.', { cause: error });
  }
}
