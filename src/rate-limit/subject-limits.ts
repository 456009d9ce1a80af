import { Injectable } from '@nestjs/common';

import type { OwnRateLimit } from '../common/context/index.js';
import { RateLimiter } from './rate-limiter.js';
import type { Allowance, Standing } from './store/rate-limit-store.js';
import { TierLimits } from './tier-limits.js';

/** Whom units are counted for. */
export type LimitSubject =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'key'; readonly id: string; readonly rateLimit: OwnRateLimit | undefined }
  | { readonly kind: 'ip'; readonly address: string };

/** What administrators see and do of the limits of others. */
@Injectable()
export class SubjectLimits {
  constructor(
    private readonly tiers: TierLimits,
    private readonly limiter: RateLimiter,
  ) {}

  /** Nothing is charged. */
  async look(subject: LimitSubject): Promise<readonly Standing[]> {
    return (await this.limiter.look(this.#allowancesOf(subject))).standings;
  }

  /**
   * Nothing of them is used any more, on any replica.
   * @returns how they were before
   * @throws RedisUnavailableError: it is not sure that all is forgotten
   */
  async reset(subject: LimitSubject): Promise<readonly Standing[]> {
    const before = await this.look(subject);
    const allowances = this.#allowancesOf(subject);
    const [first] = allowances;
    const names = allowances.map(({ limit }) => limit.name);
    if (first) await this.limiter.forget(first.subject, names);
    return before;
  }

  #allowancesOf(subject: LimitSubject): Allowance[] {
    switch (subject.kind) {
      case 'user':
        return this.tiers.ofUser(subject.id);
      case 'key':
        return this.tiers.ofKey(subject.id, subject.rateLimit);
      case 'ip':
        return this.tiers.ofAddress(subject.address);
    }
  }
}
