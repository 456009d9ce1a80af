/** Closed: it is the label of a metric and part of a header. `route` is for what a route declares by `@Throttle()`. */
export const LIMIT_NAMES = ['default', 'authenticated', 'admin', 'processing', 'api_key', 'route'] as const;
export type LimitName = (typeof LIMIT_NAMES)[number];

/** No more than so many units in any window of this length. */
export interface Limit {
  readonly name: LimitName;
  readonly units: number;
  readonly windowMs: number;
}

/** One allowance: the limit, and whose it is. */
export interface Allowance {
  readonly limit: Limit;
  /** A user's id, a key's id or a network. */
  readonly subject: string;
}

/** How one allowance is after the decision. */
export interface Standing {
  readonly limit: Limit;
  readonly remaining: number;
  /** Milliseconds until more remains; 0 when nothing is used. */
  readonly resetMs: number;
  /** Milliseconds until this allowance admits what it has refused; 0 when it has not refused. */
  readonly waitMs: number;
}

export interface Verdict {
  /** Whether every allowance had enough; only then was anything taken, and then from each. */
  readonly isAdmitted: boolean;
  /** By the store's own clock, in milliseconds; for `giveBack`. */
  readonly takenAt: number;
  /** In the order of the allowances. */
  readonly standings: readonly Standing[];
}

/** Where units are counted. Its clock ticks in milliseconds and is the same for everybody who shares the store. */
export interface RateLimitStore {
  /**
   * Takes the cost from each allowance, or from none of them, in one step.
   * @param allowances of different limits
   * @param cost 0 looks and takes nothing
   */
  take(allowances: readonly Allowance[], cost: number): Verdict | Promise<Verdict>;

  /** Undoes, for one allowance, what was taken at that time. */
  giveBack(allowance: Allowance, cost: number, takenAt: number): void | Promise<void>;

  /** Nothing of what the subject has of these limits is used any more. */
  forget(subject: string, limits: readonly LimitName[]): void | Promise<void>;
}
