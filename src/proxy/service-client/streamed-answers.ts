import type { ServiceConfig, ServiceName } from '../../config/index.js';
import { dispatchOptions } from './dispatch-options.js';
import { failedAnswer } from './failed-answer.js';
import type { UpstreamInstance } from './instances/index.js';
import { StreamedAnswer } from './streamed-answer.js';
import { translateFailure } from './translate-failure.js';
import type { CallContext, UpstreamAttempt, UpstreamRequest } from './upstream-call.js';

/**
 * The innermost call of the transparent proxy: resolves with the headers, whatever the status below 500, while the
 * body is still on its way. A 5xx is thrown, so that it is tried again; what came is in the error.
 */
export function streamedAnswers(
  service: ServiceName,
  config: Pick<ServiceConfig, 'timeout'>,
): UpstreamAttempt<StreamedAnswer> {
  // undici's own timers: for the headers it counts from the last byte that was sent, for the body between two chunks.
  const timeouts = { headersTimeout: config.timeout * 1000, bodyTimeout: config.timeout * 1000 };
  return async (instance, request, context) => {
    context.upstream.calls += 1;
    try {
      const answer = await dispatch(instance, request, context, timeouts);
      if (answer.status >= 500) throw await failedAnswer(service, answer);
      return answer;
    } catch (error) {
      throw translateFailure(service, error);
    }
  };
}

function dispatch(
  instance: UpstreamInstance,
  request: UpstreamRequest,
  context: CallContext,
  timeouts: { readonly headersTimeout: number; readonly bodyTimeout: number },
): Promise<StreamedAnswer> {
  const answer = new StreamedAnswer();
  const { signal } = context;
  const onAbort = (): void => {
    answer.abort(signal.reason as Error);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  void answer.ended.then(() => {
    signal.removeEventListener('abort', onAbort);
  });
  instance.pool.dispatch({ ...dispatchOptions(instance, request, context), ...timeouts }, answer);
  return answer.started;
}
