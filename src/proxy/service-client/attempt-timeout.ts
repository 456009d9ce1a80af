import { TaskCancelledError, TimeoutStrategy, timeout } from 'cockatiel';

import type { ServiceName } from '../../config/index.js';
import type { UpstreamAnswer, UpstreamAttempt } from './upstream-call.js';
import { UpstreamTimeoutError } from './upstream-errors.js';

/** Bounds one attempt, from connecting to the last byte of the answer. */
export function attemptTimeout<Answer extends UpstreamAnswer>(
  service: ServiceName,
  attemptTimeoutMs: number,
  next: UpstreamAttempt<Answer>,
): UpstreamAttempt<Answer> {
  // Without `abortOnReturn: false` cockatiel aborts the signal of an attempt that succeeded.
  const policy = timeout(attemptTimeoutMs, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false });
  return async (instance, request, context) => {
    try {
      return await policy.execute(
        ({ signal }) => next(instance, request, { ...context, signal }),
        context.signal,
      );
    } catch (error) {
      // cockatiel reports an outer abort as a timeout too; that one is not the microservice's fault.
      context.signal.throwIfAborted();
      if (!(error instanceof TaskCancelledError)) throw error;
      throw new UpstreamTimeoutError(service, `No answer within ${attemptTimeoutMs} ms.`, { cause: error });
    }
  };
}
