import type { ServiceName } from '../../config/index.js';
import type { AttemptOutcome, InstanceSet, UpstreamInstance } from './instances/index.js';
import { type UpstreamAnswer, type UpstreamAttempt, type UpstreamCall, whenEnded } from './upstream-call.js';
import { UpstreamError } from './upstream-errors.js';

/** By the code of the error. */
const OUTCOMES: Readonly<Partial<Record<string, AttemptOutcome>>> = {
  UPSTREAM_UNAVAILABLE: 'unavailable',
  UPSTREAM_TIMEOUT: 'timeout',
  UPSTREAM_FAILED: 'failed',
  UPSTREAM_BUSY: 'busy',
  DOCUMENT_REJECTED: 'rejected',
  UPSTREAM_REFUSED: 'refused',
  UPSTREAM_INVALID_RESPONSE: 'invalid_response',
};

/** Makes a call of attempts: each goes to an instance, and tells something about it. */
export function balance<Answer extends UpstreamAnswer>(
  service: ServiceName,
  instances: InstanceSet,
  attempt: UpstreamAttempt<Answer>,
): UpstreamCall<Answer> {
  const { tally } = instances;
  return async (request, context) => {
    if (request.tried.length > 0) tally.retries += 1;
    const instance = instances.pick(request.tried);
    request.tried.push(instance);
    const startedAt = performance.now();
    instance.inFlight += 1;
    try {
      const answer = await attempt(instance, request, context);
      instance.succeeded(performance.now() - startedAt);
      tally.counts.answered += 1;
      whenEnded(answer, () => (instance.inFlight -= 1));
      return answer;
    } catch (error) {
      instance.inFlight -= 1;
      tally.counts[outcomeOf(error)] += 1;
      noteFailure(instances, instance, error);
      throw error;
    } finally {
      context.timings.add('upstream', performance.now() - startedAt, service);
    }
  };
}

/** A failure is the whole microservice's only where no other instance could have done better. */
function noteFailure(instances: InstanceSet, instance: UpstreamInstance, error: unknown): void {
  if (!(error instanceof UpstreamError) || error.failureKind === undefined) return;
  error.instanceOnly = instances.hasAlternativeTo(instance);
  instances.failed(instance, error.code);
}

function outcomeOf(error: unknown): AttemptOutcome {
  return (error instanceof UpstreamError && OUTCOMES[error.code]) || 'abandoned';
}
