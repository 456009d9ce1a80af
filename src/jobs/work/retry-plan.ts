import type { AppError } from '../../common/errors/index.js';
import type { AppConfig } from '../../config/index.js';
import { JobGivenUpError } from '../job-errors.js';
import type { Job } from '../job.entity.js';

/** What comes after an attempt that failed. */
export type RetryPlan =
  | { readonly next: 'fail'; readonly isDead: boolean }
  | { readonly next: 'retry'; readonly delayMs: number; readonly isFree: boolean };

/** We did not ask the microservice, or it had no room for us: that says nothing of the document. */
const FREE_CODES = new Set(['UPSTREAM_BREAKER_OPEN', 'UPSTREAM_OVERLOADED', 'UPSTREAM_BUSY']);
const HOUR_MS = 3_600_000;

type Settings = Pick<
  AppConfig['jobs'],
  'max_attempts' | 'retry_delay_seconds' | 'max_retry_delay_seconds' | 'max_age_hours'
>;

/**
 * @param now milliseconds since 1970
 * @param random from 0 to 1, so that jobs that failed together do not come back together
 */
export function planRetry(
  { attempts, createdAt }: Pick<Job, 'attempts' | 'createdAt'>,
  error: AppError,
  settings: Settings,
  { now = Date.now(), random = Math.random() } = {},
): RetryPlan {
  if (error instanceof JobGivenUpError) return { next: 'fail', isDead: true };
  // A fault of ours may be one of this worker only.
  const isWorthIt = error.extensions.retryable ?? (error.retryable || error.status >= 500);
  if (!isWorthIt) return { next: 'fail', isDead: false };
  const isFree = FREE_CODES.has(error.code);
  const isOutOfAttempts = !isFree && attempts >= settings.max_attempts;
  const isTooOld = now - createdAt.getTime() >= settings.max_age_hours * HOUR_MS;
  if (isOutOfAttempts || isTooOld) return { next: 'fail', isDead: true };
  return { next: 'retry', delayMs: delayMs(attempts, error, settings, random), isFree };
}

function delayMs(attempts: number, error: AppError, settings: Settings, random: number): number {
  const { retry_delay_seconds: first, max_retry_delay_seconds: longest } = settings;
  const backOff = Math.min(longest, first * 2 ** Math.max(0, attempts - 1));
  return Math.max(backOff * (0.5 + random / 2), error.retryAfterSeconds ?? 0) * 1000;
}
