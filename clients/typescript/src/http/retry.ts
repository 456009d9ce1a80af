import { isTemporary } from '../errors/guards.ts';
import { IrisError } from '../errors/iris-error.ts';
import { IrisNetworkError } from '../errors/transport-errors.ts';

/** How often, and for how long, a request is made again. */
export interface RetryOptions {
  /** Times after the first one; 5 unless said otherwise. */
  readonly retries?: number;
  /** While the gateway says that it is too busy. A longer `Retry-After` is not waited for. 60 000 unless said otherwise. */
  readonly busyMs?: number;
  /**
   * While nobody answers any more; one that has never answered is given up after 5 seconds. 15 000 unless said otherwise.
   */
  readonly unreachableMs?: number;
  /** Is told of every wait. */
  readonly onRetry?: (error: IrisError | IrisNetworkError, waitMs: number) => void;
}

export const NO_RETRY: RetryOptions = { retries: 0 };

const DEFAULTS = { retries: 5, busyMs: 60_000, unreachableMs: 15_000 };
const STRANGER_MS = 5_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;

/** Decides, for one request, whether it is made again. */
export class RetryPlan {
  readonly #options: RetryOptions & typeof DEFAULTS;
  readonly #begunAt = performance.now();
  #failures = 0;

  constructor(options: RetryOptions) {
    this.#options = { ...DEFAULTS, ...options };
  }

  /**
   * @param hasAnswered somebody was there before
   * @returns milliseconds to wait before the next time; undefined when there is none
   */
  waitAfter(error: unknown, hasAnswered: boolean): number | undefined {
    if (!isTemporary(error) || this.#failures >= this.#options.retries) return undefined;
    const waitMs = Math.max(backOff(this.#failures), retryAfterOf(error));
    if (performance.now() - this.#begunAt + waitMs > this.#patienceWith(error, hasAnswered)) return undefined;
    this.#failures += 1;
    this.#options.onRetry?.(error, waitMs);
    return waitMs;
  }

  #patienceWith(error: unknown, hasAnswered: boolean): number {
    const { busyMs, unreachableMs } = this.#options;
    if (error instanceof IrisError) return busyMs;
    return hasAnswered ? unreachableMs : Math.min(unreachableMs, STRANGER_MS);
  }
}

/** Twice as long each time, and never at the same moment as others. */
function backOff(failures: number): number {
  return Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (0.75 + Math.random() / 2);
}

function retryAfterOf(error: IrisError | IrisNetworkError): number {
  return error instanceof IrisError ? (error.retryAfterMs ?? 0) : 0;
}
