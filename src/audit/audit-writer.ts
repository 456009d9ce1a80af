import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';

import { DatabaseFaultError } from '../database/index.js';
import type { AuditEntry } from './audit-entry.entity.js';
import { AuditRepository } from './audit.repository.js';

const MAX_WAITING = 1_000;
const MAX_BATCH = 100;
const RETRY_MS = 2_000;

/**
 * Stores entries in the order in which they came, many in one statement when many wait. What cannot be stored now is
 * written to the log at once, so that it is lost nowhere, and tried again until the database is back.
 */
@Injectable()
export class AuditWriter implements BeforeApplicationShutdown {
  readonly #logger = new Logger('AuditLog');
  readonly #logged = new WeakSet<AuditEntry>();
  #waiting: AuditEntry[] = [];
  #draining: Promise<void> | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor(private readonly entries: AuditRepository) {}

  /** Resolves when the entry is stored, or has been written to the log. */
  async write(entry: AuditEntry): Promise<void> {
    const isFull = this.#waiting.length >= MAX_WAITING;
    if (!isFull) this.#waiting.push(entry);
    if (isFull || this.#retry) this.#writeToLog([entry]);
    else await this.#drain();
  }

  /** The last chance, while the database is still connected. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.#drain();
    clearTimeout(this.#retry);
  }

  #drain(): Promise<void> {
    if (this.#waiting.length === 0) return Promise.resolve();
    this.#draining ??= this.#storeWaiting();
    return this.#draining;
  }

  async #storeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, MAX_BATCH);
      if (!(await this.#store(batch))) break;
      this.#waiting.splice(0, batch.length);
    }
    // Here and not in a `then`: whoever comes between the two would wait for a run that is over.
    this.#draining = undefined;
  }

  /** @returns false when it is to be tried again */
  async #store(batch: readonly AuditEntry[]): Promise<boolean> {
    try {
      await this.entries.append(batch);
      return true;
    } catch (error) {
      this.#writeToLog(batch);
      // Refused as it is, it would keep all others waiting for ever.
      if (error instanceof DatabaseFaultError) return batch.length === 1 || this.#storeSingly(batch);
      this.#retryLater();
      return false;
    }
  }

  async #storeSingly(batch: readonly AuditEntry[]): Promise<boolean> {
    for (const entry of batch) if (!(await this.#store([entry]))) return false;
    return true;
  }

  #retryLater(): void {
    this.#writeToLog(this.#waiting);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      void this.#drain();
    }, RETRY_MS).unref();
  }

  #writeToLog(entries: readonly AuditEntry[]): void {
    for (const entry of entries) {
      if (this.#logged.has(entry)) continue;
      this.#logged.add(entry);
      this.#logger.warn({ audit: entry }, 'An audit entry could not be stored yet');
    }
  }
}
