import type { Request, Response } from 'express';
import onHeaders from 'on-headers';

import { requestContext } from '../common/context/index.js';
import { writeQuotaHeaders } from './quota-headers.js';
import type { Decision, RateLimiter } from './rate-limiter.js';
import type { Standing } from './store/rate-limit-store.js';

const OK = 200;
const FAILURE = 500;

export interface ChargedRequest {
  readonly request: Request;
  readonly response: Response;
  readonly decision: Decision;
  readonly limiter: RateLimiter;
}

/**
 * Gives the unit of `processing` back when it bought nothing: the answer is a failure of ours, or came from the cache,
 * or the client hung up before a microservice was asked. What a client does wrong is charged.
 */
export function giveBackWhenFree(charged: ChargedRequest): void {
  const { request, response, decision, limiter } = charged;
  const allowance = decision.allowances.find(({ limit }) => limit.name === 'processing');
  if (!allowance) return;
  onHeaders(response, () => {
    if (!isFree(request, response)) return;
    limiter.giveBack(decision, allowance);
    // The headers are about to go out: they say how it is now.
    writeQuotaHeaders(response, decision.standings.map(withUnitBack));
  });
  const hangUp = (): void => {
    if (!response.headersSent && wasNothingAsked(request)) limiter.giveBack(decision, allowance);
  };
  // The client may have been gone before the decision was there.
  if (response.closed) hangUp();
  else response.once('close', hangUp);
}

/** 202 is no answer yet: the work is still to come. */
function isFree(request: Request, { statusCode }: Response): boolean {
  return statusCode >= FAILURE || (statusCode === OK && wasNothingAsked(request));
}

function wasNothingAsked(request: Request): boolean {
  return requestContext(request).upstream.calls === 0;
}

function withUnitBack(standing: Standing): Standing {
  if (standing.limit.name !== 'processing') return standing;
  const remaining = standing.remaining + 1;
  return { ...standing, remaining, resetMs: remaining < standing.limit.units ? standing.resetMs : 0 };
}
