import { handleWhen, retry } from 'cockatiel';

import type { ServiceConfig } from '../../config/index.js';
import type { RetryBudget } from './retry-budget.js';
import { RetryPlan } from './retry-plan.js';
import type { CallContext, Policy, UpstreamAnswer } from './upstream-call.js';

/**
 * `max_retries` further tries after the first, with exponential back-off from `retry_delay`;
 * never past the deadline and within the budget.
 */
export function retryFailures(config: ServiceConfig, budget: RetryBudget): Policy {
  return (next) => async (request, context) => {
    budget.countRequest();
    try {
      return await next(request, context);
    } catch (error) {
      const plan = new RetryPlan(config, request, context, budget);
      return retryAfter(error, () => next(request, context), plan, context);
    }
  };
}

/** cockatiel takes over where the first try has failed: nearly all calls do without it. */
function retryAfter<Answer extends UpstreamAnswer>(
  firstError: unknown,
  attempt: () => Promise<Answer>,
  plan: RetryPlan,
  { signal }: CallContext,
): Promise<Answer> {
  const policy = retry(
    handleWhen((error) => plan.allows(error)),
    { maxAttempts: Infinity, backoff: plan },
  );
  let isFirst = true;
  const tries = policy.execute(() => {
    if (isFirst) {
      isFirst = false;
      throw firstError;
    }
    // cockatiel runs the function once more after an abort during the back-off.
    signal.throwIfAborted();
    return attempt();
  }, signal);
  return untilAborted(signal, tries);
}

/** A back-off sleep does not listen to a signal; whoever waits for it does. */
async function untilAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => {
    aborted.reject(signal.reason as Error);
  };
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
