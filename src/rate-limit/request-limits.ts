import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';

import type { Principal, Scope } from '../common/context/index.js';
import { giveBackWhenFree } from './give-back.js';
import { writeQuotaHeaders } from './quota-headers.js';
import { RateLimitExceededError } from './rate-limit-exceeded.error.js';
import { type Decision, RateLimiter } from './rate-limiter.js';
import type { Standing } from './store/rate-limit-store.js';
import { PROCESSING_SCOPES, TierLimits } from './tier-limits.js';

/** Of a call that nobody has made. */
const UNKNOWN_ADDRESS = '';

export interface LimitPreview {
  readonly standing: Standing;
  /** What is left depends on where the call comes from, and is not told here. */
  readonly isByAddress: boolean;
}

/** Holds requests to the limits of whoever makes them. */
@Injectable()
export class RequestLimits {
  constructor(
    private readonly tiers: TierLimits,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Charges the request to its principal, or to its address when there is none, and says so in its headers.
   * @param processingScopes what the route asks for, as far as that is about processing documents
   * @throws RateLimitExceededError; the promise rejects with it too
   */
  charge(request: Request, response: Response, processingScopes: readonly Scope[]): void | Promise<void> {
    const decision = this.limiter.take(this.tiers.of(callerOf(request), processingScopes));
    if (decision instanceof Promise) {
      return decision.then((it) => {
        this.#apply(it, request, response);
      });
    }
    this.#apply(decision, request, response);
  }

  /** Every limit that the principal is held to, as it is now; nothing is charged. */
  async look(principal: Principal, address: string): Promise<readonly Standing[]> {
    return (await this.limiter.look(this.tiers.of({ principal, address }, PROCESSING_SCOPES))).standings;
  }

  /** The limits that a call would be charged to, as they are now; nothing is charged. */
  async preview(
    principal: Principal | undefined,
    processingScopes: readonly Scope[],
  ): Promise<readonly LimitPreview[]> {
    const allowances = this.tiers.of({ principal, address: UNKNOWN_ADDRESS }, processingScopes);
    const { standings } = await this.limiter.look(allowances);
    return standings.map((standing, index) => ({
      standing,
      isByAddress: allowances[index]?.subject === UNKNOWN_ADDRESS,
    }));
  }

  #apply(decision: Decision, request: Request, response: Response): void {
    const { standings } = decision;
    request.tier = standings[0]?.limit.name;
    writeQuotaHeaders(response, standings);
    const [first, ...others] = standings.filter(({ waitMs }) => waitMs > 0).sort(longestFirst);
    if (first) throw new RateLimitExceededError([first, ...others]);
    giveBackWhenFree({ request, response, decision, limiter: this.limiter });
  }
}

function callerOf({ principal, ip = '' }: Request): { principal: Principal | undefined; address: string } {
  return { principal, address: ip };
}

function longestFirst(one: Standing, other: Standing): number {
  return other.waitMs - one.waitMs;
}
