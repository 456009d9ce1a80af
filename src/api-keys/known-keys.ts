import { Injectable } from '@nestjs/common';

import { RecentMap } from '../common/collections/index.js';
import type { Principal } from '../common/context/index.js';

const MAX_KEYS = 10_000;
/** From then on somebody asks again, while requests go on. */
const FRESH_MS = 15_000;
/** After this, a request waits until somebody has asked again: a revocation that nobody heard of takes no longer. */
const STALE_MS = 60_000;
/** For texts that look like keys and are none, in a map of their own: no flood of them drives the good ones out. */
const REFUSED_MS = 5_000;

export interface KnownKey {
  readonly id: string;
  readonly principal: Principal;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

interface Entry extends KnownKey {
  /** `performance.now()` of the question. */
  readonly askedAt: number;
}

/** `ageing`: good, but to be asked for in the background. `unknown`: to be asked for before the answer. */
export type Knowledge =
  | { readonly standing: 'good' | 'ageing'; readonly key: KnownKey }
  | { readonly standing: 'refused' | 'unknown' };

/** What this replica knows of keys, by their digests: memory holds no credential. */
@Injectable()
export class KnownKeys {
  readonly #good = new RecentMap<string, Entry>(MAX_KEYS);
  /** With `performance.now()` of the question. */
  readonly #refused = new RecentMap<string, number>(MAX_KEYS);
  #changes = 0;

  /** Taken before a question: an answer that a change has overtaken is not kept. */
  get changes(): number {
    return this.#changes;
  }

  know(digest: string): Knowledge {
    const key = this.#good.get(digest);
    if (key) return judge(key);
    const refusedAt = this.#refused.get(digest);
    return isYounger(refusedAt, REFUSED_MS) ? { standing: 'refused' } : { standing: 'unknown' };
  }

  /** @param key undefined: there is no such key, or it is no good */
  remember(digest: string, key: KnownKey | undefined, changes: number): void {
    if (changes !== this.#changes) return;
    const askedAt = performance.now();
    if (key) {
      this.#good.set(digest, { ...key, askedAt });
      return;
    }
    this.#good.delete(digest);
    this.#refused.set(digest, askedAt);
  }

  forgetKey(id: string): void {
    this.#forget((key) => key.id === id);
  }

  forgetKeysOf(userId: string): void {
    this.#forget(({ principal }) => principal.userId === userId);
  }

  forgetAll(): void {
    this.#forget(() => true);
  }

  #forget(isMeant: (key: Entry) => boolean): void {
    this.#changes += 1;
    this.#good.deleteWhere(isMeant);
    // Nobody knows whose they are, and a user who is let in again must not wait.
    this.#refused.clear();
  }
}

function judge(key: Entry): Knowledge {
  if (key.expiresAtMs <= Date.now()) return { standing: 'refused' };
  if (isYounger(key.askedAt, FRESH_MS)) return { standing: 'good', key };
  return isYounger(key.askedAt, STALE_MS) ? { standing: 'ageing', key } : { standing: 'unknown' };
}

function isYounger(askedAt: number | undefined, ms: number): boolean {
  return askedAt !== undefined && performance.now() - askedAt <= ms;
}
