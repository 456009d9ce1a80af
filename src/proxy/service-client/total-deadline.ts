import { ClientClosedRequestError } from '../../common/errors/index.js';
import type { ServiceName } from '../../config/index.js';
import { type Policy, whenEnded } from './upstream-call.js';
import { DeadlineExceededError } from './upstream-errors.js';

/** Aborts a call, with the reason, when the time of the whole request is used up or the client hangs up. */
export function totalDeadline(service: ServiceName): Policy {
  return (next) => async (request, context) => {
    if (context.signal.aborted) throw new ClientClosedRequestError();
    const remainingMs = context.deadlineAt - performance.now();
    if (remainingMs <= 0) throw new DeadlineExceededError(service);

    const inner = new AbortController();
    const onClientGone = (): void => {
      inner.abort(new ClientClosedRequestError());
    };
    const timer = setTimeout(() => {
      inner.abort(new DeadlineExceededError(service));
    }, remainingMs);
    const stop = (): void => {
      clearTimeout(timer);
      context.signal.removeEventListener('abort', onClientGone);
    };
    context.signal.addEventListener('abort', onClientGone, { once: true });
    try {
      const answer = await next(request, { ...context, signal: inner.signal });
      whenEnded(answer, stop);
      return answer;
    } catch (error) {
      stop();
      throw error;
    }
  };
}
