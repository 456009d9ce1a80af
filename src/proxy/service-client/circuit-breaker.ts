import { Logger } from '@nestjs/common';
import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  type FailureReason,
  type IBackoff,
  type IBackoffFactory,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';

import type { ServiceConfig, ServiceName } from '../../config/index.js';
import type { Policy } from './upstream-call.js';
import { BreakerOpenError, UpstreamError } from './upstream-errors.js';

type BreakerConfig = ServiceConfig['circuit_breaker'];

interface TrialContext {
  readonly result: FailureReason<unknown>;
}

/** One per microservice: opens after consecutive failures, lets one trial through after a while. */
export class ServiceBreaker {
  readonly #policy: CircuitBreakerPolicy;
  readonly #failures: ConsecutiveBreaker;
  readonly #recoveryMs: number;
  readonly #trialDelay: IBackoffFactory<TrialContext> = { next: (context) => this.#delayAfter(context) };
  #openUntil = 0;
  #isolation: ReturnType<CircuitBreakerPolicy['isolate']> | undefined;

  constructor(
    private readonly service: ServiceName,
    private readonly config: BreakerConfig,
  ) {
    this.#recoveryMs = config.recovery_timeout * 1000;
    this.#failures = new ConsecutiveBreaker(config.failure_threshold);
    this.#policy = circuitBreaker(
      handleWhen((error) => this.#counts(error)),
      {
        halfOpenAfter: this.#trialDelay,
        breaker: this.#failures,
      },
    );
    this.#watch();
  }

  get state(): 'closed' | 'open' | 'half_open' | 'isolated' {
    switch (this.#policy.state) {
      case CircuitState.Closed:
        return 'closed';
      case CircuitState.Open:
        return 'open';
      case CircuitState.HalfOpen:
        return 'half_open';
      case CircuitState.Isolated:
        return 'isolated';
    }
  }

  readonly policy: Policy = (next) => (request, context) => {
    this.requireClosed();
    return this.#policy.execute(() => next(request, context), context.signal);
  };

  /** Refuses every call until `reset`; those under way go on. */
  isolate(): void {
    this.#isolation ??= this.#policy.isolate();
  }

  /** Closed from now on, whatever it was, and with no failure counted. */
  reset(): void {
    // To end an isolation is the one way that cockatiel offers from open to closed.
    const isolation = this.#isolation ?? this.#policy.isolate();
    this.#isolation = undefined;
    this.#failures.success();
    isolation.dispose();
  }

  /** @throws BreakerOpenError when a call now would be refused */
  requireClosed(): void {
    const waitMs = this.#openUntil - Date.now();
    const { state } = this.#policy;
    if (state === CircuitState.Isolated) throw this.#isolated();
    if (state === CircuitState.Closed || (state === CircuitState.Open && waitMs <= 0)) return;
    // While the trial runs, cockatiel would let others wait for its outcome: refuse them instead.
    throw new BreakerOpenError(this.service, Math.max(1, Math.ceil(waitMs / 1000)));
  }

  /** Nobody knows for how long: one may as well ask as often as when it is open. */
  #isolated(): BreakerOpenError {
    return new BreakerOpenError(this.service, Math.ceil(this.#recoveryMs / 1000), 'It was taken out of use');
  }

  #isFailure(error: unknown): boolean {
    if (!(error instanceof UpstreamError) || error.failureKind === undefined || error.instanceOnly)
      return false;
    return this.config.expected_exception.includes(error.failureKind);
  }

  /** cockatiel closes a half-open circuit on an error that does not count, so there every error counts. */
  #counts(error: unknown): boolean {
    return this.#policy.state === CircuitState.HalfOpen || this.#isFailure(error);
  }

  /** A trial that proved nothing (the client hung up, say) makes room for the next one at once. */
  #recoveryAfter(result: FailureReason<unknown>): number {
    return 'error' in result && this.#isFailure(result.error) ? this.#recoveryMs : 0;
  }

  #delayAfter({ result }: TrialContext): IBackoff<TrialContext> {
    return { duration: this.#recoveryAfter(result), next: (context) => this.#delayAfter(context) };
  }

  #watch(): void {
    const logger = new Logger('CircuitBreaker');
    this.#policy.onBreak((reason) => {
      // `isolate` and `reset` are on record elsewhere.
      if ('isolated' in reason) return;
      this.#openUntil = Date.now() + this.#recoveryAfter(reason);
      logger.warn({ service: this.service, recoveryMs: this.#recoveryMs }, 'circuit breaker opened');
    });
    this.#policy.onReset(() => {
      logger.log({ service: this.service }, 'circuit breaker closed');
    });
  }
}
