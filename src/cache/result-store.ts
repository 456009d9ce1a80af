import { randomUUID } from 'node:crypto';

import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { z } from 'zod';

import { type AppConfig, InjectConfig, SERVICE_NAMES } from '../config/index.js';
import { EventBus } from '../redis/index.js';
import { bytesOf, type Entry } from './entry.js';
import { MemoryTier } from './memory-tier.js';
import { PurgeLog } from './purge-log.js';
import { type Generation, RedisTier } from './redis-tier.js';
import type { ResultIdentity, ResultSelector } from './result-identity.js';
import type { ResultKey } from './result-key.js';

const PURGED = 'cache.purged';
const purgedSchema = z.object({
  owner: z.string().optional(),
  document: z.string().optional(),
  service: z.enum(SERVICE_NAMES).optional(),
});

/** What had been purged when work began. */
export interface Since {
  readonly moment: number;
  /** Undefined where Redis could not be asked: nothing is written to it then. */
  readonly generation: Generation | undefined;
}

/** How many entries went. */
export interface PurgeCount {
  /** From the memory of this replica. */
  readonly memory: number;
  /** From Redis; null where there is none. */
  readonly redis: number | null;
}

/** Results, in memory and behind it in Redis. */
@Injectable()
export class ResultStore implements BeforeApplicationShutdown {
  readonly #purges = new PurgeLog();
  readonly #writing = new Set<Promise<void>>();
  readonly #ttlMs: number;
  readonly #maxEntryBytes: number;

  constructor(
    private readonly memory: MemoryTier,
    private readonly redis: RedisTier,
    private readonly bus: EventBus,
    @InjectConfig('cache') config: AppConfig['cache'],
  ) {
    this.#ttlMs = config.cache_strategies.processing_results.ttl * 1000;
    this.#maxEntryBytes = config.max_entry_bytes;
    bus.subscribe(PURGED, (payload) => {
      const event = purgedSchema.safeParse(payload);
      if (event.success) this.#forget(event.data);
    });
    // What was purged meanwhile is not known.
    bus.onGap(() => {
      this.#forget({});
    });
  }

  get moment(): number {
    return this.#purges.now;
  }

  /** Milliseconds that an entry is still good for. */
  remainingMs({ storedAt }: Entry): number {
    return this.#ttlMs - ageMs(storedAt);
  }

  /** From the memory of this replica. */
  recall({ name }: ResultKey): Promise<Entry | undefined> {
    return this.memory.get(name);
  }

  /**
   * From Redis, and from now on in memory.
   * @throws RedisUnavailableError
   */
  async fetch(key: ResultKey, identity: ResultIdentity, moment: number): Promise<Entry | undefined> {
    const entry = await this.redis.get(key.inRedis, identity.operation);
    if (!entry || this.remainingMs(entry) <= 0) return undefined;
    if (!this.#purges.hasPurged(identity, moment)) this.#remember(key, identity, entry);
    return entry;
  }

  /** What has been purged in Redis up to now; undefined where there is none, or it does not answer. */
  async generation(owner: string, document: string): Promise<Generation | undefined> {
    if (!this.redis.isConfigured) return undefined;
    return this.redis.generation(owner, document).catch(() => undefined);
  }

  accepts(entry: Entry): boolean {
    return bytesOf(entry) <= this.#maxEntryBytes;
  }

  /**
   * In memory when this returns; in Redis when the promise does, which never rejects.
   * @returns undefined when it was purged while it was made
   */
  keep(key: ResultKey, identity: ResultIdentity, entry: Entry, since: Since): Promise<void> | undefined {
    if (this.#purges.hasPurged(identity, since.moment)) return undefined;
    this.#remember(key, identity, entry);
    const written = this.#write(key, identity, entry, since.generation);
    this.#writing.add(written);
    return written.finally(() => this.#writing.delete(written));
  }

  /**
   * Everywhere: in Redis, and in the memory of every replica. Work under way keeps nothing of it.
   * @throws RedisUnavailableError: it is not sure that all is gone
   */
  async purge(selector: ResultSelector): Promise<PurgeCount> {
    const memory = this.memory.purge(selector);
    await this.#tellAll(selector);
    if (!this.redis.isConfigured) return { memory, redis: null };
    const redis = await this.redis.purge(selector, randomUUID());
    // Once more: another replica may have fetched an entry that has gone since.
    await this.#tellAll(selector);
    return { memory, redis };
  }

  /** Redis is still connected. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#writing);
  }

  async #write(
    key: ResultKey,
    identity: ResultIdentity,
    entry: Entry,
    generation: Generation | undefined,
  ): Promise<void> {
    if (!generation) return;
    try {
      const isKept = await this.redis.set(key.inRedis, identity, entry, { ttlMs: this.#ttlMs, generation });
      if (!isKept) this.memory.delete(key.name);
    } catch {
      // Redis down must not take anything down; the tier has counted it.
    }
  }

  #remember(key: ResultKey, identity: ResultIdentity, entry: Entry): void {
    this.memory.set(key.name, identity, entry, Math.max(1, this.remainingMs(entry)));
  }

  #forget(selector: ResultSelector): void {
    this.#purges.note(selector);
    this.memory.purge(selector);
  }

  #tellAll({ owner, document, service }: ResultSelector): Promise<void> {
    const selected = Object.entries({ owner, document, service }).filter(([, value]) => value !== undefined);
    return this.bus.publish(PURGED, Object.fromEntries(selected) as Record<string, string>);
  }
}

/** Clocks of two replicas may differ a little. */
export function ageMs(storedAt: number): number {
  return Math.max(0, Date.now() - storedAt);
}
