/** Who tries what from where; neither is kept in clear. */
export interface Attempt {
  /** Digest of the account's name, whether there is such an account or not. */
  readonly account: string;
  /** Digest of the peer's address; IPv6: of its /64 network, because one customer owns all of it. */
  readonly address: string;
}

export interface Verdict {
  /** Milliseconds to wait; 0: the attempt may be made, and counts as failed until the store hears otherwise. */
  readonly waitMs: number;
  /** Whether this address has succeeded with this account before. */
  readonly isKnown: boolean;
}

/**
 * Counts failures. Everything is decided when the attempt begins, in one step: attempts that run side by side cannot
 * all pass before the first of them has failed.
 *
 * From an address that is not known for the account, the failures of the account and of the address count. From a known
 * one, only those of this pair: whatever strangers do elsewhere, the owner is let through.
 */
export interface ThrottleStore {
  begin(attempt: Attempt): Promise<Verdict>;
  /** The attempt has succeeded: it no longer counts, and its address is known from now on. */
  succeeded(attempt: Attempt, isKnown: boolean): Promise<void>;
  /** The attempt was not decided, by a fault of ours: it no longer counts. */
  cancelled(attempt: Attempt, isKnown: boolean): Promise<void>;
}

export interface ThrottleRules {
  readonly freePerAccount: number;
  readonly freePerAddress: number;
  readonly maxDelayMs: number;
  /** One failure is forgotten after this time. */
  readonly forgetMs: number;
  readonly knownMs: number;
}

/** Addresses remembered for one account; the one that was used least recently goes. */
export const MAX_KNOWN_ADDRESSES = 10;
