import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';

import { ClientClosedRequestError } from '../common/errors/index.js';
import { RedisConnection, RedisUnavailableError } from '../redis/index.js';
import { CacheKeys } from './cache-keys.js';
import { CacheMetrics } from './cache-metrics.js';
import type { Entry } from './entry.js';
import type { Participant } from './flights.js';
import type { ResultKey } from './result-key.js';

/** A holder that dies is waited for so long and no longer. */
const LOCK_MS = 3_000;
const EXTEND_EVERY_MS = 1_000;
const POLL_MS = 50;

const EXTEND = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 0`;
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0`;

export interface Lock {
  /** Does not throw: a lock that cannot be released ends by itself. */
  release(): Promise<void>;
}

/** Either somebody has made the result meanwhile, or it is ours to make. */
export type Turn =
  | { readonly found: Entry; readonly hasWaited: boolean }
  /** Without a lock: Redis is not there to ask, and every replica works for itself. */
  | { readonly found: undefined; readonly lock: Lock | undefined };

/** Lets one replica at a time make a result. */
@Injectable()
export class ResultLock {
  constructor(
    private readonly redis: RedisConnection,
    private readonly keys: CacheKeys,
    private readonly metrics: CacheMetrics,
  ) {}

  /**
   * @param find looks whether the result is there; throws RedisUnavailableError
   * @param timeUp the error for whoever has no more time to wait
   * @throws ClientClosedRequestError
   */
  async takeTurn(
    resultKey: ResultKey,
    find: () => Promise<Entry | undefined>,
    participant: Participant,
    timeUp: () => Error,
  ): Promise<Turn> {
    try {
      return await this.#waitForTurn(this.keys.lock(resultKey), find, participant, timeUp);
    } catch (error) {
      if (error instanceof RedisUnavailableError) return { found: undefined, lock: undefined };
      throw error;
    }
  }

  async #waitForTurn(
    key: string,
    find: () => Promise<Entry | undefined>,
    participant: Participant,
    timeUp: () => Error,
  ): Promise<Turn> {
    for (let hasWaited = false; ; hasWaited = true) {
      const found = await find();
      if (found !== undefined) return { found, hasWaited };
      const lock = await this.#acquire(key);
      if (lock) return await confirm(lock, find);
      await pause(participant, timeUp);
    }
  }

  async #acquire(key: string): Promise<Lock | undefined> {
    const token = randomUUID();
    try {
      const answer = await this.redis.run((client) => client.set(key, token, 'PX', LOCK_MS, 'NX'));
      return answer === 'OK' ? this.#hold(key, token) : undefined;
    } catch (error) {
      this.metrics.storeFailed('lock');
      throw error;
    }
  }

  #hold(key: string, token: string): Lock {
    const extend = (): void => {
      void this.#attempt((client) => client.eval(EXTEND, 1, key, token, LOCK_MS));
    };
    const timer = setInterval(extend, EXTEND_EVERY_MS).unref();
    return {
      release: () => {
        clearInterval(timer);
        return this.#attempt((client) => client.eval(RELEASE, 1, key, token));
      },
    };
  }

  async #attempt(work: Parameters<RedisConnection['run']>[0]): Promise<void> {
    try {
      await this.redis.run(work);
    } catch {
      this.metrics.storeFailed('lock');
    }
  }
}

/** Between looking and locking, another replica may have come to its end. */
async function confirm(lock: Lock, find: () => Promise<Entry | undefined>): Promise<Turn> {
  try {
    const found = await find();
    if (found === undefined) return { found, lock };
    await lock.release();
    return { found, hasWaited: true };
  } catch {
    return { found: undefined, lock };
  }
}

async function pause({ signal, deadlineAt }: Participant, timeUp: () => Error): Promise<void> {
  if (performance.now() >= deadlineAt) throw timeUp();
  try {
    await delay(POLL_MS, undefined, { signal });
  } catch {
    throw new ClientClosedRequestError();
  }
}
