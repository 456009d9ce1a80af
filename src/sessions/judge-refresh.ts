/** A refresh token as it is found, its session locked. Times are those of PostgreSQL, the one clock of all replicas. */
export interface PresentedToken {
  /** Of the session: not ended, not expired, its user not disabled. */
  readonly isLive: boolean;
  /** Null: it has not been used. */
  readonly secondsSinceUse: number | null;
}

/** `repeat`: the same token again that the first caller got; `reused`: somebody has a copy. */
export type RefreshVerdict = 'refuse' | 'rotate' | 'repeat' | 'reused';

/**
 * Two tabs, or a client whose answer was lost, present a token twice in the same moment. Later than that, one of the
 * two who present it has stolen it, and nobody can tell which.
 */
export function judgeRefresh(token: PresentedToken | undefined, graceSeconds: number): RefreshVerdict {
  if (!token?.isLive) return 'refuse';
  if (token.secondsSinceUse === null) return 'rotate';
  return token.secondsSinceUse <= graceSeconds ? 'repeat' : 'reused';
}
