import { type RedisConnection, RedisScript } from '../../redis/index.js';
import { THROTTLE_SCRIPT } from './throttle-script.js';
import {
  type Attempt,
  MAX_KNOWN_ADDRESSES,
  type ThrottleRules,
  type ThrottleStore,
  type Verdict,
} from './throttle-store.js';

type Step = 'begin' | 'succeeded' | 'cancelled';

const script = new RedisScript(THROTTLE_SCRIPT);

/** For all replicas. Every method throws RedisUnavailableError. */
export class RedisThrottleStore implements ThrottleStore {
  readonly #redis: RedisConnection;
  readonly #rules: readonly number[];

  constructor(redis: RedisConnection, rules: ThrottleRules) {
    const { knownMs, forgetMs, maxDelayMs, freePerAccount, freePerAddress } = rules;
    this.#redis = redis;
    this.#rules = [knownMs, forgetMs, maxDelayMs, freePerAccount, freePerAddress, MAX_KNOWN_ADDRESSES];
  }

  begin(attempt: Attempt): Promise<Verdict> {
    return this.#perform('begin', attempt, false);
  }

  async succeeded(attempt: Attempt, isKnown: boolean): Promise<void> {
    await this.#perform('succeeded', attempt, isKnown);
  }

  async cancelled(attempt: Attempt, isKnown: boolean): Promise<void> {
    await this.#perform('cancelled', attempt, isKnown);
  }

  async #perform(step: Step, { account, address }: Attempt, isKnown: boolean): Promise<Verdict> {
    const names = [
      `known:${account}`,
      `pair:${account}:${address}`,
      `account:${account}`,
      `address:${address}`,
    ];
    const keys = names.map((name) => this.#redis.key(`login:${name}`));
    const values = [step, address, isKnown ? 1 : 0, ...this.#rules];
    const answer = await this.#redis.run((client) => script.run(client, keys, values));
    const [waitMs, known] = answer as [number, number];
    return { waitMs, isKnown: known === 1 };
  }
}
