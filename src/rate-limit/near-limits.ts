import { RecentMap } from '../common/collections/index.js';
import type { Allowance, LimitName, Standing } from './store/rate-limit-store.js';

/** The share of a limit that somebody has used by then. */
export const NEAR_SHARE = 0.5;
/** Who has not called for longest is forgotten, and is far from the limit soon. */
const MAX_SUBJECTS = 1_000;

/** The subject of the other one, what a route declares, is a digest. */
const NAMES_SOMEBODY = new Set<LimitName>(['default', 'authenticated', 'admin', 'processing', 'api_key']);

interface Decided {
  readonly allowances: readonly Allowance[];
  /** In the order of the allowances. */
  readonly standings: readonly Standing[];
}

/** Remembers who was near a limit when a call was decided: to find them among all who call, nothing is searched. */
export class NearLimits {
  readonly #seen = new RecentMap<string, Allowance>(MAX_SUBJECTS);

  note({ allowances, standings }: Decided): void {
    standings.forEach((standing, index) => {
      if (usedShare(standing) < NEAR_SHARE) return;
      const allowance = allowances[index];
      if (allowance && NAMES_SOMEBODY.has(allowance.limit.name)) {
        this.#seen.set(`${allowance.limit.name} ${allowance.subject}`, allowance);
      }
    });
  }

  /** How near they are by now is to be asked of the limiter. */
  get candidates(): Allowance[] {
    return this.#seen.values();
  }
}

/** From 0 to 1. */
export function usedShare({ limit, remaining }: Standing): number {
  return 1 - remaining / Math.max(1, limit.units);
}
