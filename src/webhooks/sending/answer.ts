import { NoPublicAddressError } from './guarded-connector.js';

/** What came of one attempt. */
export interface Answer {
  readonly at: Date;
  /** Of the HTTP answer; null when there was none. */
  readonly status: number | null;
  readonly ms: number;
  /** Why there was none. */
  readonly error: AttemptError | null;
  /** What the receiver asked for; 0 when it asked for nothing. */
  readonly retryAfterMs: number;
}

export const ATTEMPT_ERRORS = [
  'URL_NOT_ALLOWED',
  'NO_PUBLIC_ADDRESS',
  'TIMEOUT',
  'CONNECTION_FAILED',
  'TLS_FAILED',
  'INVALID_ANSWER',
] as const;
export type AttemptError = (typeof ATTEMPT_ERRORS)[number];

/** `gone`: the receiver wants nothing more. Redirects are not followed, and are failures like any other. */
export type Verdict = 'delivered' | 'gone' | 'failed';

const GONE = 410;

export function verdictOf({ status }: Pick<Answer, 'status'>): Verdict {
  if (status === null) return 'failed';
  if (status === GONE) return 'gone';
  return status >= 200 && status < 300 ? 'delivered' : 'failed';
}

const BACK_OFF_STATUSES = new Set([429, 503]);

/** RFC 9110, section 10.2.3: seconds, or a date. */
export function retryAfterMs(status: number, value: unknown, now = Date.now()): number {
  if (!BACK_OFF_STATUSES.has(status) || typeof value !== 'string') return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

const TIMEOUT = /TIMED?_?OUT$|^(Timeout|Abort)Error/;
const TLS_FAILED = /CERT|TLS|SSL|SIGNATURE|EPROTO/;
const INVALID_ANSWER = /^HTTPParserError|OVERFLOW$|ERR_ASSERTION$/;

/** Sorted by what the receiver can do about it. */
export function attemptErrorOf(error: unknown): AttemptError {
  if (error instanceof NoPublicAddressError) return 'NO_PUBLIC_ADDRESS';
  const kind = `${memberOf(error, 'name')} ${memberOf(error, 'code')}`;
  if (TIMEOUT.test(kind)) return 'TIMEOUT';
  if (TLS_FAILED.test(kind)) return 'TLS_FAILED';
  return INVALID_ANSWER.test(kind) ? 'INVALID_ANSWER' : 'CONNECTION_FAILED';
}

function memberOf(error: unknown, name: 'code' | 'name'): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
