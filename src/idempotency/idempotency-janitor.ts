import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';

import { IdempotencyRepository } from './idempotency.repository.js';

const EVERY_MS = 600_000;
const BATCH = 100;

/** Deletes expired keys, whose answers may be large. Every replica does: what is gone is gone. */
@Injectable()
export class IdempotencyJanitor implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger('IdempotencyJanitor');
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly keys: IdempotencyRepository) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.#clean(), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  async #clean(): Promise<void> {
    try {
      while ((await this.keys.purge(BATCH)) === BATCH);
    } catch (error) {
      this.#logger.warn({ err: error }, 'Expired idempotency keys could not be deleted; the next attempt is in ten minutes'); // prettier-ignore
    }
  }
}
