import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { OwnRateLimit } from '../common/context/index.js';
import { NEAR_SHARE, usedShare } from './near-limits.js';
import { RateLimiter } from './rate-limiter.js';
import type { Allowance, Standing } from './store/rate-limit-store.js';
import { TierLimits } from './tier-limits.js';

/** Whom units are counted for. */
export type LimitSubject =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'key'; readonly id: string; readonly rateLimit: OwnRateLimit | undefined }
  | { readonly kind: 'ip'; readonly address: string };

/** Somebody who has used half of a limit, or more. */
export interface NearSubject {
  /** `user:<id>`, `key:<id>` or `ip:<address>`. */
  readonly subject: string;
  readonly userId: string | undefined;
  readonly standing: Standing;
}

const uuid = z.uuid();

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

  /** Those who have called this replica, the nearest first; nothing is charged. */
  async near(count: number): Promise<readonly NearSubject[]> {
    const found = await Promise.all(this.limiter.near.candidates.map((allowance) => this.#lookAt(allowance)));
    return found
      .flat()
      .filter(({ standing }) => usedShare(standing) >= NEAR_SHARE)
      .sort((one, other) => usedShare(other.standing) - usedShare(one.standing))
      .slice(0, count);
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

  async #lookAt(allowance: Allowance): Promise<readonly NearSubject[]> {
    const { standings } = await this.limiter.look([allowance]);
    return standings.map((standing) => ({ ...nameOf(allowance), standing }));
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

function nameOf({ limit, subject }: Allowance): Omit<NearSubject, 'standing'> {
  if (limit.name === 'api_key') return { subject: `key:${subject}`, userId: undefined };
  if (uuid.safeParse(subject).success) return { subject: `user:${subject}`, userId: subject };
  // Of an IPv6 network its first address, which stands for all of them.
  return { subject: `ip:${subject.replace(/\/64$/, '')}`, userId: undefined };
}
