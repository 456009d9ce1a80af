import { hash } from 'node:crypto';

import { Injectable, Logger } from '@nestjs/common';

import { networkOf } from '../../common/http/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { RedisConnection, RedisUnavailableError } from '../../redis/index.js';
import { LoginThrottledError } from './login-throttled.error.js';
import { MemoryThrottleStore } from './memory-throttle-store.js';
import { RedisThrottleStore } from './redis-throttle-store.js';
import type { Attempt, ThrottleRules, ThrottleStore, Verdict } from './throttle-store.js';

const SECOND_MS = 1_000;
const DAY_MS = 86_400 * SECOND_MS;

/**
 * Slows down whoever guesses passwords: some failures are free, then each doubles the delay before the next attempt.
 * Shared by the replicas through Redis. Without it every replica counts on its own: slower guesses are still better
 * than none, and than no logins at all.
 */
@Injectable()
export class LoginThrottle {
  readonly #logger = new Logger('LoginThrottle');
  readonly #memory: ThrottleStore;
  readonly #shared: ThrottleStore | undefined;

  constructor(@InjectConfig('auth') { login_throttle: config }: AppConfig['auth'], redis: RedisConnection) {
    const rules: ThrottleRules = {
      freePerAccount: config.free_attempts_per_account,
      freePerAddress: config.free_attempts_per_address,
      maxDelayMs: config.max_delay_seconds * SECOND_MS,
      forgetMs: config.forget_seconds * SECOND_MS,
      knownMs: config.known_address_days * DAY_MS,
    };
    this.#memory = new MemoryThrottleStore(rules);
    this.#shared = redis.isConfigured ? new RedisThrottleStore(redis, rules) : undefined;
  }

  /**
   * Makes an attempt, when it may be made.
   * @param account whose password it is; need not exist
   * @param attempt resolves to null when it has failed; one that throws does not count
   * @throws LoginThrottledError
   */
  async guard<T>(account: string, address: string, attempt: () => Promise<T | null>): Promise<T | null> {
    const key = { account: digest(account), address: digest(networkOf(address)) };
    const { store, waitMs, isKnown } = await this.#begin(key);
    if (waitMs > 0) throw new LoginThrottledError(waitMs);
    try {
      const result = await attempt();
      if (result !== null) await this.#tell(() => store.succeeded(key, isKnown));
      return result;
    } catch (error) {
      await this.#tell(() => store.cancelled(key, isKnown));
      throw error;
    }
  }

  async #begin(attempt: Attempt): Promise<Verdict & { readonly store: ThrottleStore }> {
    if (this.#shared) {
      try {
        return { ...(await this.#shared.begin(attempt)), store: this.#shared };
      } catch (error) {
        if (!(error instanceof RedisUnavailableError)) throw error;
      }
    }
    return { ...(await this.#memory.begin(attempt)), store: this.#memory };
  }

  /** The attempt is over: at worst it goes on counting as a failure until that is forgotten. */
  async #tell(say: () => Promise<void>): Promise<void> {
    try {
      await say();
    } catch (error) {
      this.#logger.warn({ err: error }, 'The outcome of a login was not noted');
    }
  }
}

function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}
