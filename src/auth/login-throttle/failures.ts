/** What is remembered of the failures that share a counter. */
export interface Failures {
  readonly count: number;
  /** When the last of them began, in milliseconds. */
  readonly at: number;
}

export interface FailureRules {
  readonly free: number;
  readonly maxDelayMs: number;
  readonly forgetMs: number;
}

const FIRST_DELAY_MS = 1_000;

/** How long the next attempt has to wait; the Lua script of the Redis store says the same. */
export function waitAfter(failures: Failures | undefined, rules: FailureRules, now: number): number {
  if (!failures || failures.count < rules.free) return 0;
  const delayMs = FIRST_DELAY_MS * 2 ** (failures.count - rules.free);
  return Math.max(0, failures.at + Math.min(delayMs, rules.maxDelayMs) - now);
}

/** More failures than make the longest delay are not counted: they would only take longer to be forgotten. */
export function oneMore(failures: Failures | undefined, rules: FailureRules, now: number): Failures {
  const most = rules.free + Math.ceil(Math.log2(Math.max(1, rules.maxDelayMs / FIRST_DELAY_MS)));
  return { count: Math.min(remaining(failures, rules, now) + 1, most), at: now };
}

export function oneLess(failures: Failures | undefined): Failures | undefined {
  return failures && failures.count > 1 ? { ...failures, count: failures.count - 1 } : undefined;
}

function remaining(failures: Failures | undefined, { forgetMs }: FailureRules, now: number): number {
  if (!failures) return 0;
  return Math.max(0, failures.count - Math.floor((now - failures.at) / forgetMs));
}
