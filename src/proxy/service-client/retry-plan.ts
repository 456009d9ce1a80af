import type { IBackoff, IBackoffFactory } from 'cockatiel';

import type { ServiceConfig } from '../../config/index.js';
import type { RetryBudget } from './retry-budget.js';
import type { CallContext, UpstreamRequest } from './upstream-call.js';
import { DocumentRejectedError, UpstreamBusyError, UpstreamError } from './upstream-errors.js';

const FAILOVER_JITTER_MS = 50;

/** Decides for one call whether and when it is tried again. */
export class RetryPlan implements IBackoffFactory<unknown>, IBackoff<unknown> {
  /** Milliseconds until the next try; cockatiel reads it. */
  duration = 0;
  #tries = 0;

  constructor(
    private readonly config: Pick<ServiceConfig, 'max_retries' | 'retry_delay'>,
    private readonly request: UpstreamRequest,
    private readonly context: CallContext,
    private readonly budget: RetryBudget,
  ) {}

  next(): IBackoff<unknown> {
    return this;
  }

  allows(error: unknown): boolean {
    // cockatiel asks after the last try too, which must not cost a retry that nobody makes.
    if (this.#tries === this.config.max_retries) return false;
    if (this.context.signal.aborted || !this.#isRepeatable(error)) return false;
    this.duration = this.#delayMs(error);
    this.#tries += 1;
    return performance.now() + this.duration < this.context.deadlineAt && this.budget.spend();
  }

  #isRepeatable(error: unknown): error is UpstreamError {
    if (!(error instanceof UpstreamError) || error instanceof DocumentRejectedError) return false;
    const mayPass = error.failureKind !== undefined || error instanceof UpstreamBusyError;
    const isAllowed = this.request.idempotent || error.nothingSent;
    return mayPass && isAllowed && (this.request.body?.isReplayable ?? true);
  }

  /** Exponential with "equal jitter": half of the step is certain, half is random. */
  #delayMs(error: UpstreamError): number {
    // Another instance has nothing to recover from.
    if (error.instanceOnly) return Math.random() * FAILOVER_JITTER_MS;
    const stepMs = this.config.retry_delay * 1000 * 2 ** this.#tries;
    const jitteredMs = stepMs / 2 + Math.random() * (stepMs / 2);
    return Math.max(jitteredMs, (error.retryAfterSeconds ?? 0) * 1000);
  }
}
