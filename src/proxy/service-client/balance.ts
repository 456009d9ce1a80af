import type { InstanceSet, UpstreamInstance } from './instances/index.js';
import { type UpstreamAnswer, type UpstreamAttempt, type UpstreamCall, whenEnded } from './upstream-call.js';
import { UpstreamError } from './upstream-errors.js';

/** Makes a call of attempts: each goes to an instance, and tells something about it. */
export function balance<Answer extends UpstreamAnswer>(
  instances: InstanceSet,
  attempt: UpstreamAttempt<Answer>,
): UpstreamCall<Answer> {
  return async (request, context) => {
    const instance = instances.pick(request.tried);
    request.tried.push(instance);
    const startedAt = performance.now();
    instance.inFlight += 1;
    try {
      const answer = await attempt(instance, request, context);
      instance.succeeded(performance.now() - startedAt);
      whenEnded(answer, () => (instance.inFlight -= 1));
      return answer;
    } catch (error) {
      instance.inFlight -= 1;
      noteFailure(instances, instance, error);
      throw error;
    }
  };
}

/** A failure is the whole microservice's only where no other instance could have done better. */
function noteFailure(instances: InstanceSet, instance: UpstreamInstance, error: unknown): void {
  if (!(error instanceof UpstreamError) || error.failureKind === undefined) return;
  error.instanceOnly = instances.hasAlternativeTo(instance);
  instances.failed(instance, error.code);
}
