import { handleWhen, retry } from 'cockatiel';

import type { ServiceConfig } from '../../config/index.js';
import type { RetryBudget } from './retry-budget.js';
import { RetryPlan } from './retry-plan.js';
import type { Policy } from './upstream-call.js';

/**
 * `max_retries` further tries after the first, with exponential back-off from `retry_delay`;
 * never past the deadline and within the budget.
 */
export function retryFailures(config: ServiceConfig, budget: RetryBudget): Policy {
  return (next) => (request, context) => {
    budget.countRequest();
    const plan = new RetryPlan(config.retry_delay * 1000, request, context, budget);
    const policy = retry(
      handleWhen((error) => plan.allows(error)),
      { maxAttempts: config.max_retries, backoff: plan },
    );
    return policy.execute(() => {
      // cockatiel runs the function once more after an abort during the back-off.
      context.signal.throwIfAborted();
      return next(request, context);
    }, context.signal);
  };
}
