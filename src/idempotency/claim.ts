import type { EntityManager } from 'typeorm';

import type { ClaimLeases } from './claim-leases.js';
import { IdempotencyKeyInUseError } from './idempotency-errors.js';
import type { Answer, IdempotencyRepository } from './idempotency.repository.js';

/** The right to answer the first request with a key. It ends with `complete` or `release`: call one of them. */
export class Claim {
  constructor(
    private readonly id: string,
    private readonly keys: IdempotencyRepository,
    private readonly leases: ClaimLeases,
  ) {}

  /**
   * Keeps the answer for repeated requests. Within a transaction of the caller, all of it is kept or nothing; when that
   * is rolled back the claim is still held, for the ten seconds at least that are left of its lease.
   * @throws IdempotencyKeyInUseError when the lease had lapsed and another request has taken over: roll back
   */
  async complete(answer: Answer, manager?: EntityManager): Promise<void> {
    if (!(await this.keys.complete(this.id, answer, manager))) throw new IdempotencyKeyInUseError();
    // The transaction may still be rolled back; a renewal leaves out what is completed.
    if (!manager) this.leases.drop(this.id);
  }

  /** The same request may be tried again; does nothing after `complete`. Never rejects: the lease lapses by itself. */
  async release(): Promise<void> {
    this.leases.drop(this.id);
    await this.keys.release(this.id).catch(() => undefined);
  }
}
