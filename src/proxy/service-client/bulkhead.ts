import { ClientClosedRequestError } from '../../common/errors/index.js';
import type { ServiceConfig, ServiceName } from '../../config/index.js';
import { type Policy, whenEnded } from './upstream-call.js';
import { ServiceOverloadedError } from './upstream-errors.js';

/** Weight of the newest duration in the moving average. */
const SMOOTHING = 0.1;

interface Waiting {
  readonly admit: () => void;
}

/** So many calls of one microservice at once, so many that wait, and for so long; the others are refused at once. */
export class Bulkhead {
  readonly #queue = new Set<Waiting>();
  #inFlight = 0;
  #meanHoldMs = 1000;

  constructor(
    private readonly service: ServiceName,
    private readonly config: ServiceConfig['bulkhead'],
  ) {}

  get inFlight(): number {
    return this.#inFlight;
  }

  get queued(): number {
    return this.#queue.size;
  }

  readonly policy: Policy = (next) => async (request, context) => {
    if (this.#inFlight < this.config.max_concurrent) this.#inFlight += 1;
    else await this.#wait(context.signal);
    const startedAt = performance.now();
    const leave = (): void => {
      this.#leave(performance.now() - startedAt);
    };
    try {
      const answer = await next(request, context);
      whenEnded(answer, leave);
      return answer;
    } catch (error) {
      leave();
      throw error;
    }
  };

  /** Resolves with a place that somebody else has left. */
  #wait(signal: AbortSignal): Promise<void> {
    if (this.#queue.size >= this.config.max_queue) throw this.#refusal();
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const give = (outcome: () => void): void => {
      this.#queue.delete(waiting);
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      outcome();
    };
    const waiting: Waiting = {
      admit: () => {
        give(() => {
          resolve(undefined);
        });
      },
    };
    const onAbort = (): void => {
      give(() => {
        reject(signal.reason instanceof Error ? signal.reason : new ClientClosedRequestError());
      });
    };
    const timer = setTimeout(() => {
      give(() => {
        reject(this.#refusal());
      });
    }, this.config.max_wait_seconds * 1000);
    signal.addEventListener('abort', onAbort, { once: true });
    this.#queue.add(waiting);
    return promise;
  }

  #leave(heldMs: number): void {
    this.#meanHoldMs += SMOOTHING * (heldMs - this.#meanHoldMs);
    const [next] = this.#queue;
    // The place is handed over, so that nobody overtakes those who wait.
    if (next) next.admit();
    else this.#inFlight -= 1;
  }

  /** When the queue that is there now should be through. */
  #refusal(): ServiceOverloadedError {
    const waitMs = ((this.#queue.size + 1) * this.#meanHoldMs) / this.config.max_concurrent;
    return new ServiceOverloadedError(this.service, Math.max(1, Math.ceil(waitMs / 1000)));
  }
}
