import { Injectable } from '@nestjs/common';
import { memoryStore } from 'cache-manager';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { CacheMetrics } from './cache-metrics.js';
import { bytesOf, type Entry } from './entry.js';
import { isSelected, type ResultIdentity, type ResultSelector } from './result-identity.js';

/** The bound is in bytes; this one only sizes the index. */
const MAX_ENTRIES = 50_000;
/** Key, identity and bookkeeping of an entry, roughly. */
const OVERHEAD_BYTES = 1024;

interface Kept {
  readonly identity: ResultIdentity;
  readonly entry: Entry;
}

/** The results that this replica has at hand; what was used least recently goes when it is full. */
@Injectable()
export class MemoryTier {
  readonly #store;

  constructor(
    @InjectConfig('cache') { memory }: AppConfig['cache'],
    private readonly metrics: CacheMetrics,
  ) {
    this.#store = memoryStore({
      max: MAX_ENTRIES,
      maxSize: memory.max_bytes,
      sizeCalculation: (kept) => OVERHEAD_BYTES + bytesOf((kept as Kept).entry),
      // Entries are never changed: a copy of each would cost what the cache is to spare.
      shouldCloneBeforeSet: false,
      ttl: 0,
      ttlAutopurge: false,
    });
  }

  async get(key: string): Promise<Entry | undefined> {
    return (await this.#store.get<Kept>(key))?.entry;
  }

  /** It is there as soon as this returns. */
  set(key: string, identity: ResultIdentity, entry: Entry, ttlMs: number): void {
    void this.#store.set(key, { identity, entry } satisfies Kept, ttlMs);
    this.#measure();
  }

  delete(key: string): void {
    void this.#store.del(key);
    this.#measure();
  }

  /** @returns how many entries went */
  purge(selector: ResultSelector): number {
    const all = this.#store.dump().map(([key, { value }]) => ({ key, kept: value as Kept }));
    const selected = all.filter(({ kept }) => isSelected(kept.identity, selector));
    void this.#store.mdel(...selected.map(({ key }) => key));
    this.#measure();
    return selected.length;
  }

  #measure(): void {
    this.metrics.memoryBytes(this.#store.calculatedSize);
  }
}
