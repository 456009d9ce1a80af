import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';

import { IdempotencyRepository } from './idempotency.repository.js';

const RENEW_EVERY_MS = 5_000;

/** Renews the leases of all claims of this process; those of a process that was killed lapse. */
@Injectable()
export class ClaimLeases implements OnApplicationShutdown {
  readonly #logger = new Logger('Idempotency');
  readonly #held = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly keys: IdempotencyRepository) {}

  hold(claimId: string): void {
    this.#held.add(claimId);
    this.#timer ??= setInterval(() => void this.#renew(), RENEW_EVERY_MS).unref();
  }

  drop(claimId: string): void {
    this.#held.delete(claimId);
  }

  /** Not earlier: requests are answered while the process drains. */
  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  async #renew(): Promise<void> {
    const claimIds = [...this.#held];
    if (claimIds.length === 0) return;
    try {
      const renewed = new Set(await this.keys.renew(claimIds));
      // Somebody else has taken over.
      for (const id of claimIds) if (!renewed.has(id)) this.#held.delete(id);
    } catch (error) {
      this.#logger.warn(
        { err: error },
        'Leases of idempotency keys could not be renewed; the next attempt is soon',
      );
    }
  }
}
