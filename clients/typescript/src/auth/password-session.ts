import { isUnauthenticated } from '../errors/guards.ts';
import type { AuthApi, PasswordLogin, Tokens } from './auth-api.ts';
import type { TokenSource } from './token-source.ts';

/** A token that is on its way must not expire before it arrives. */
const LEEWAY_MS = 10_000;

interface Held {
  readonly tokens: Tokens;
  readonly expiresAt: number;
}

/** Logs in when a token is needed for the first time, and keeps the session going. */
export class PasswordSession implements TokenSource {
  readonly #auth: AuthApi;
  readonly #login: PasswordLogin;
  #held: Held | undefined;
  #renewal: Promise<Held> | undefined;

  constructor(auth: AuthApi, login: PasswordLogin) {
    this.#auth = auth;
    this.#login = login;
  }

  async token(): Promise<string> {
    const held =
      this.#held && Date.now() + LEEWAY_MS < this.#held.expiresAt ? this.#held : await this.#renew();
    return held.tokens.access_token;
  }

  async refresh(): Promise<void> {
    await this.#renew();
  }

  /** A refresh token is good for one use: whoever needs a new one waits for the same. */
  #renew(): Promise<Held> {
    this.#renewal ??= this.#obtain()
      .then((tokens) => (this.#held = { tokens, expiresAt: Date.now() + tokens.expires_in * 1000 }))
      .finally(() => {
        this.#renewal = undefined;
      });
    return this.#renewal;
  }

  async #obtain(): Promise<Tokens> {
    const held = this.#held;
    if (!held) return this.#auth.login(this.#login);
    try {
      return await this.#auth.refresh(held.tokens.refresh_token);
    } catch (error) {
      if (!isUnauthenticated(error)) throw error;
      return this.#auth.login(this.#login);
    }
  }
}
