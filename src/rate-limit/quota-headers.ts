import type { Response } from 'express';

import type { Limit, Standing } from './store/rate-limit-store.js';

/** Whole seconds, never too few. */
export function secondsUntil(ms: number): number {
  return Math.ceil(ms / 1000);
}

/** The limit that refuses for longest; when none does, the one with the least left. */
export function nearestToRefusing(standings: readonly Standing[]): Standing | undefined {
  return standings.reduce<Standing | undefined>(
    (nearest, standing) => (nearest && !isNearer(standing, nearest) ? nearest : standing),
    undefined,
  );
}

/**
 * `X-Rate-Limit-*` of the limit that is nearest to refusing, and all that apply in `RateLimit-Policy` and `RateLimit`
 * (draft-ietf-httpapi-ratelimit-headers, structured fields of RFC 9651). Times are seconds until more remains.
 */
export function writeQuotaHeaders(response: Response, standings: readonly Standing[]): void {
  const nearest = nearestToRefusing(standings);
  if (!nearest) return;
  response.setHeader('X-Rate-Limit-Limit', nearest.limit.units);
  response.setHeader('X-Rate-Limit-Remaining', nearest.remaining);
  response.setHeader('X-Rate-Limit-Reset', secondsUntil(nearest.resetMs));
  response.setHeader('RateLimit-Policy', standings.map(({ limit }) => policyOf(limit)).join(', '));
  response.setHeader('RateLimit', standings.map(serviceLimitOf).join(', '));
}

function isNearer(one: Standing, other: Standing): boolean {
  if (one.waitMs !== other.waitMs) return one.waitMs > other.waitMs;
  if (one.remaining !== other.remaining) return one.remaining < other.remaining;
  return one.resetMs > other.resetMs;
}

const policies = new WeakMap<Limit, string>();

/** Says the same for every request, so it is written once. */
function policyOf(limit: Limit): string {
  let policy = policies.get(limit);
  if (policy === undefined) {
    policy = `"${limit.name}";q=${limit.units};w=${limit.windowMs / 1000}`;
    policies.set(limit, policy);
  }
  return policy;
}

function serviceLimitOf({ limit, remaining, resetMs }: Standing): string {
  return `"${limit.name}";r=${remaining};t=${secondsUntil(resetMs)}`;
}
