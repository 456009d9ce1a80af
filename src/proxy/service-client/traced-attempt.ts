import { tracing } from '../../common/tracing/index.js';
import type { ServiceName } from '../../config/index.js';
import type { ServiceBreaker } from './circuit-breaker.js';
import { type UpstreamAnswer, type UpstreamAttempt, whenEnded } from './upstream-call.js';
import { UpstreamError } from './upstream-errors.js';

/** A span for each attempt, whose id the microservice gets; without tracing, the attempt as it is. */
export function tracedAttempt<Answer extends UpstreamAnswer>(
  service: ServiceName,
  breaker: ServiceBreaker,
  next: UpstreamAttempt<Answer>,
): UpstreamAttempt<Answer> {
  const collector = tracing();
  if (!collector) return next;
  return async (instance, request, context) => {
    const span = collector.begin(`${request.method} ${service}`, {
      kind: 'client',
      attributes: {
        'http.request.method': request.method,
        'server.address': instance.url.hostname,
        'server.port': Number(instance.url.port) || undefined,
        'http.request.resend_count': request.tried.length - 1 || undefined,
        'iris.service': service,
        'iris.instance': instance.id,
        'iris.attempt': request.tried.length,
        'iris.breaker': breaker.state,
      },
    });
    const { traceparent, tracestate } = span;
    try {
      const attempt = (): Promise<Answer> => next(instance, request, { ...context, traceparent, tracestate });
      const answer = await collector.within(span, attempt);
      span.set({ 'http.response.status_code': answer.status });
      whenEnded(answer, () => {
        span.end();
      });
      return answer;
    } catch (error) {
      span.set({
        'iris.counts_for_breaker': error instanceof UpstreamError && error.failureKind !== undefined,
      });
      span.end(error);
      throw error;
    }
  };
}
