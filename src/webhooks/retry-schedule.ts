const MAX_RETRY_AFTER_MS = 3_600_000;
const JITTER = 0.2;

export interface FailedTry {
  /** So far, this one included; at least 1. */
  readonly tries: number;
  /** What the receiver asked for; honoured up to an hour. */
  readonly retryAfterMs: number;
  /** When the delivery is given up. */
  readonly retryUntil: Date;
}

/**
 * When the next attempt is made, with jitter, so that a receiver that comes back does not meet all of them at once.
 * @param delaysSeconds the last one is repeated
 * @returns undefined: there is none
 */
export function nextAttemptAt(
  { tries, retryAfterMs, retryUntil }: FailedTry,
  delaysSeconds: readonly number[],
  now = Date.now(),
  random = Math.random(),
): Date | undefined {
  const delaySeconds = delaysSeconds[Math.min(tries, delaysSeconds.length) - 1] ?? 0;
  const delayMs = delaySeconds * 1000 * (1 + JITTER * random);
  const at = now + Math.max(delayMs, Math.min(retryAfterMs, MAX_RETRY_AFTER_MS));
  return at <= retryUntil.getTime() ? new Date(at) : undefined;
}
