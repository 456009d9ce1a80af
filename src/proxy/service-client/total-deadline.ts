import { ClientClosedRequestError } from '../../common/errors/index.js';
import type { ServiceName } from '../../config/index.js';
import { type Policy, whenEnded } from './upstream-call.js';
import { DeadlineExceededError } from './upstream-errors.js';

/**
 * Ends a call when the time of the whole request is used up or the client hangs up, whatever the
 * inner policies are doing: a back-off sleep does not listen to a signal, this does.
 */
export function totalDeadline(service: ServiceName): Policy {
  return (next) => async (request, context) => {
    if (context.signal.aborted) throw new ClientClosedRequestError();
    const remainingMs = context.deadlineAt - performance.now();
    if (remainingMs <= 0) throw new DeadlineExceededError(service);

    const inner = new AbortController();
    const ended = Promise.withResolvers<never>();
    const end = (reason: Error): void => {
      inner.abort(reason);
      ended.reject(reason);
    };
    const onClientGone = (): void => {
      end(new ClientClosedRequestError());
    };
    const timer = setTimeout(() => {
      end(new DeadlineExceededError(service));
    }, remainingMs);
    const stop = (): void => {
      clearTimeout(timer);
      context.signal.removeEventListener('abort', onClientGone);
    };
    context.signal.addEventListener('abort', onClientGone, { once: true });
    // After the headers of a streamed answer nobody waits for this promise any more.
    ended.promise.catch(() => undefined);
    try {
      const answer = await Promise.race([next(request, { ...context, signal: inner.signal }), ended.promise]);
      whenEnded(answer, stop);
      return answer;
    } catch (error) {
      stop();
      throw error;
    }
  };
}
