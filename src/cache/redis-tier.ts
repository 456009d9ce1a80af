import { Injectable } from '@nestjs/common';
import { redisInsStore, type RedisStore } from 'cache-manager-ioredis-yet';

import { RedisConnection, RedisUnavailableError } from '../redis/index.js';
import { CacheKeys } from './cache-keys.js';
import { CacheMetrics } from './cache-metrics.js';
import { decodeEntry, encodeEntry, type Entry } from './entry.js';
import type { Operation } from './operations.js';
import type { ResultIdentity, ResultSelector } from './result-identity.js';

const SCAN_COUNT = 1_000;
/** Longer than any work that may be under way when something is purged. */
const GENERATION_MS = 3_600_000;
const UNDECODABLE = Symbol('undecodable');

/** What has been purged up to a moment; a purge since then makes it another one. */
export type Generation = readonly (string | null)[];

/** The results that all replicas share. Every command is bounded by the connection's 100 ms and its breaker. */
@Injectable()
export class RedisTier {
  readonly #store: RedisStore | undefined;

  constructor(
    private readonly redis: RedisConnection,
    private readonly keys: CacheKeys,
    private readonly metrics: CacheMetrics,
  ) {
    // Its reset() is FLUSHDB: it must never be called.
    this.#store = redis.client && redisInsStore(redis.client);
  }

  get isConfigured(): boolean {
    return this.#store !== undefined;
  }

  /**
   * What cannot be read is deleted, and is a miss.
   * @throws RedisUnavailableError
   */
  async get(key: string, operation: Operation): Promise<Entry | undefined> {
    const found = await this.#counted('get', () =>
      this.redis.run(() => this.#require().get<unknown>(key).catch(requireUndecodable)),
    );
    if (found === undefined) return undefined;
    const entry = decodeEntry(found, operation);
    if (!entry) await this.#delete(key).catch(() => undefined);
    return entry;
  }

  /** @throws RedisUnavailableError */
  async generation(owner: string, document: string): Promise<Generation> {
    const keys = this.keys.generations(owner, document);
    return this.#counted('get', () => this.redis.run((client) => client.mget(...keys)));
  }

  /**
   * Writes first and looks for a purge afterwards: whichever of the two came last, the entry goes.
   * @returns false when it was purged while it was made
   * @throws RedisUnavailableError
   */
  async set(
    key: string,
    identity: ResultIdentity,
    entry: Entry,
    options: { readonly ttlMs: number; readonly generation: Generation },
  ): Promise<boolean> {
    const purges = this.keys.generations(identity.owner, identity.document);
    const text = encodeEntry(entry);
    const [, now] = await this.#counted('set', () =>
      this.redis.run((client) =>
        Promise.all([this.#require().set(key, text, options.ttlMs), client.mget(...purges)]),
      ),
    );
    if (now.every((value, index) => value === options.generation[index])) return true;
    await this.#delete(key);
    return false;
  }

  /**
   * @param token unique
   * @returns how many entries went
   * @throws RedisUnavailableError
   */
  async purge(selector: ResultSelector, token: string): Promise<number> {
    const generation = this.keys.generation(selector);
    await this.redis.run((client) => client.set(generation, token, 'PX', GENERATION_MS));
    const pattern = this.keys.resultPattern(selector);
    let [cursor, count] = ['0', 0];
    do {
      const [next, keys] = await this.redis.run((client) =>
        client.scan(cursor, 'MATCH', pattern, 'COUNT', SCAN_COUNT),
      );
      if (keys.length > 0) count += await this.redis.run((client) => client.unlink(...keys));
      cursor = next;
    } while (cursor !== '0');
    return count;
  }

  async #delete(key: string): Promise<void> {
    await this.#counted('delete', () => this.redis.run(() => this.#require().del(key)));
  }

  async #counted<T>(command: 'get' | 'set' | 'delete', work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.metrics.storeFailed(command);
      throw error;
    }
  }

  #require(): RedisStore {
    if (!this.#store) throw new RedisUnavailableError();
    return this.#store;
  }
}

/** Redis has answered, but with something that none of us has written, and that the library stumbles over. */
function requireUndecodable(error: unknown): typeof UNDECODABLE {
  const isStumble = [SyntaxError, TypeError, RangeError].some((type) => error instanceof type);
  const isOtherType = error instanceof Error && error.message.startsWith('WRONGTYPE');
  if (!isStumble && !isOtherType) throw error;
  return UNDECODABLE;
}
