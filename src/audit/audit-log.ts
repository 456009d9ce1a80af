import { setTimeout as delay } from 'node:timers/promises';

import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';

import type { AuditEntry } from './audit-entry.entity.js';
import type { AuditEvent } from './audit-event.js';
import { AuditWriter } from './audit-writer.js';
import { type AuditFilter, AuditRepository } from './audit.repository.js';
import { REFUSAL_WINDOW_MS, RefusalLimiter } from './refusal-limiter.js';
import { toEntry } from './to-entry.js';

/** How long the answer to a client waits for its entry; after that the entry is stored on its own time. */
const MAX_WAIT_MS = 500;

/** The append-only record of who did what. */
@Injectable()
export class AuditLog implements BeforeApplicationShutdown {
  readonly #logger = new Logger('AuditLog');
  readonly #refusals = new RefusalLimiter();
  readonly #listeners: ((event: AuditEvent) => void)[] = [];
  #window: NodeJS.Timeout | undefined;

  constructor(
    private readonly writer: AuditWriter,
    private readonly entries: AuditRepository,
  ) {}

  /** Tells of every event, also of those that are only counted here. */
  onEvent(listener: (event: AuditEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** Does not throw: an act that has happened must not fail because it could not be noted; the log says so then. */
  async record(event: AuditEvent): Promise<void> {
    try {
      for (const tell of this.#listeners) tell(event);
      this.#window ??= this.#startWindow();
      if (this.#refusals.admits(event)) await this.#write(event);
    } catch (error) {
      this.#logger.error({ err: error, audit: event }, 'An audit event was not stored');
    }
  }

  /**
   * The newest first, and one more than `limit` when there are more.
   * @throws DatabaseUnavailableError, DatabaseBusyError
   */
  find(filter: AuditFilter): Promise<AuditEntry[]> {
    return this.entries.find(filter);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.#window);
    await this.#endWindow();
  }

  async #write(event: AuditEvent): Promise<void> {
    const over = new AbortController();
    const patience = delay(MAX_WAIT_MS, undefined, { signal: over.signal }).catch(() => undefined);
    await Promise.race([this.writer.write(toEntry(event)), patience]);
    over.abort();
  }

  #startWindow(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#window = undefined;
      void this.#endWindow();
    }, REFUSAL_WINDOW_MS).unref();
  }

  async #endWindow(): Promise<void> {
    await Promise.all(this.#refusals.endWindow().map((event) => this.#write(event)));
  }
}
