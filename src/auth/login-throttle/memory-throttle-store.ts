import { type FailureRules, type Failures, oneLess, oneMore, waitAfter } from './failures.js';
import {
  type Attempt,
  MAX_KNOWN_ADDRESSES,
  type ThrottleRules,
  type ThrottleStore,
  type Verdict,
} from './throttle-store.js';

const MAX_COUNTERS = 50_000;
const MAX_ACCOUNTS = 10_000;

interface Counter {
  readonly key: string;
  readonly rules: FailureRules;
}

/** For one replica. Bounded: what was touched least recently is forgotten first. */
export class MemoryThrottleStore implements ThrottleStore {
  readonly #failures = new Map<string, Failures>();
  /** By account: addresses, and when each succeeded last. */
  readonly #known = new Map<string, Map<string, number>>();
  readonly #rules: ThrottleRules;

  constructor(rules: ThrottleRules) {
    this.#rules = rules;
  }

  begin(attempt: Attempt): Promise<Verdict> {
    const now = Date.now();
    const isKnown = this.#isKnown(attempt, now);
    const counters = this.#countersOf(attempt, isKnown);
    const waitMs = Math.max(
      ...counters.map(({ key, rules }) => waitAfter(this.#failures.get(key), rules, now)),
    );
    if (waitMs === 0) {
      for (const { key, rules } of counters) this.#keep(key, oneMore(this.#failures.get(key), rules, now));
    }
    return Promise.resolve({ waitMs, isKnown });
  }

  succeeded(attempt: Attempt, isKnown: boolean): Promise<void> {
    const addresses = this.#known.get(attempt.account) ?? new Map<string, number>();
    touch(addresses, attempt.address, Date.now(), MAX_KNOWN_ADDRESSES);
    touch(this.#known, attempt.account, addresses, MAX_ACCOUNTS);
    if (!isKnown) return this.cancelled(attempt, isKnown);
    for (const { key } of this.#countersOf(attempt, isKnown)) this.#failures.delete(key);
    return Promise.resolve();
  }

  cancelled(attempt: Attempt, isKnown: boolean): Promise<void> {
    for (const { key } of this.#countersOf(attempt, isKnown))
      this.#keep(key, oneLess(this.#failures.get(key)));
    return Promise.resolve();
  }

  #isKnown({ account, address }: Attempt, now: number): boolean {
    const at = this.#known.get(account)?.get(address);
    return at !== undefined && at > now - this.#rules.knownMs;
  }

  #countersOf({ account, address }: Attempt, isKnown: boolean): Counter[] {
    const { freePerAccount, freePerAddress } = this.#rules;
    const ofAccount = { ...this.#rules, free: freePerAccount };
    if (isKnown) return [{ key: `pair ${account} ${address}`, rules: ofAccount }];
    return [
      { key: `account ${account}`, rules: ofAccount },
      { key: `address ${address}`, rules: { ...this.#rules, free: freePerAddress } },
    ];
  }

  #keep(key: string, failures: Failures | undefined): void {
    if (failures) touch(this.#failures, key, failures, MAX_COUNTERS);
    else this.#failures.delete(key);
  }
}

/** A map keeps the order in which its keys were set. */
function touch<Value>(map: Map<string, Value>, key: string, value: Value, maxSize: number): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.size > maxSize ? map.keys() : [];
  if (oldest !== undefined) map.delete(oldest);
}
