import { Injectable } from '@nestjs/common';

import { Janitor } from '../common/timing/index.js';
import { IdempotencyRepository } from './idempotency.repository.js';

const EVERY_MS = 600_000;
const BATCH = 100;

/** Deletes expired keys, whose answers may be large. */
@Injectable()
export class IdempotencyJanitor extends Janitor {
  constructor(private readonly keys: IdempotencyRepository) {
    super({
      name: 'IdempotencyJanitor',
      everyMs: EVERY_MS,
      complaint: 'Expired idempotency keys could not be deleted; the next attempt is in ten minutes',
    });
  }

  override async clean(): Promise<void> {
    while ((await this.keys.purge(BATCH)) === BATCH);
  }
}
