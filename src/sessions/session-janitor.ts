import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { SessionsRepository } from './sessions.repository.js';

const EVERY_MS = 3_600_000;
/** For questions about who was where, after a session is over. */
const KEEP_DAYS = 30;
const BATCH = 1_000;

/** Deletes old sessions, and with them their refresh tokens. Every replica does: what is gone is gone. */
@Injectable()
export class SessionJanitor implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger('SessionJanitor');
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly sessions: SessionsRepository) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#clean(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async #clean(): Promise<void> {
    try {
      while ((await this.sessions.purge(KEEP_DAYS, BATCH)) === BATCH);
    } catch (error) {
      this.#logger.warn({ err: error }, 'Old sessions could not be deleted; the next attempt is in an hour');
    }
  }
}
