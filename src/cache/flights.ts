import type { RequestContext } from '../common/context/index.js';
import { ClientClosedRequestError } from '../common/errors/index.js';

/** Timers may fire a little early. */
const TIMER_TOLERANCE_MS = 5;

/** Who wants a result: until when, and whether still. */
export type Participant = Pick<RequestContext, 'deadlineAt' | 'signal'>;

export interface Flown<T> {
  readonly value: T;
  /** Whether it was somebody else's work. */
  readonly hasJoined: boolean;
}

/** Work under way in this process, by what it is for: whoever wants the same waits for it. */
export class Flights<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /**
   * @param work done for the first who comes, on behalf of all who come while it lasts; its signal aborts when
   * nobody waits for it any more
   * @param timeUp the error for whoever has no more time to wait
   * @throws what the work throws, ClientClosedRequestError
   */
  async join(
    key: string,
    context: RequestContext,
    work: (context: RequestContext) => Promise<T>,
    timeUp: () => Error,
  ): Promise<Flown<T>> {
    for (;;) {
      // Before the work is begun: nobody would be there to end it.
      if (context.signal.aborted) throw new ClientClosedRequestError();
      const running = this.#flights.get(key);
      const flight = running ?? this.#start(key, context, work);
      try {
        return { value: await flight.waitFor(context, timeUp), hasJoined: running !== undefined };
      } catch (error) {
        // Only the time of whoever began it was over: those who have more begin again.
        const isOthersTime = running !== undefined && flight.isOutOfTime;
        if (!isOthersTime || isOver(context)) throw error;
      }
    }
  }

  #start(key: string, context: RequestContext, work: (context: RequestContext) => Promise<T>): Flight<T> {
    const flight = new Flight(context, work, () => {
      if (this.#flights.get(key) === flight) this.#flights.delete(key);
    });
    this.#flights.set(key, flight);
    return flight;
  }
}

class Flight<T> {
  readonly #abort = new AbortController();
  readonly #deadlineAt: number;
  readonly #outcome: Promise<T>;
  #participants = 0;

  constructor(
    context: RequestContext,
    work: (context: RequestContext) => Promise<T>,
    private readonly onEnd: () => void,
  ) {
    this.#deadlineAt = context.deadlineAt;
    this.#outcome = work({ ...context, signal: this.#abort.signal }).finally(onEnd);
    // Everybody may have left before it fails.
    this.#outcome.catch(() => undefined);
  }

  get isOutOfTime(): boolean {
    return performance.now() >= this.#deadlineAt - TIMER_TOLERANCE_MS;
  }

  /** @param participant who has not left yet */
  async waitFor(participant: Participant, timeUp: () => Error): Promise<T> {
    this.#participants += 1;
    const left = Promise.withResolvers<never>();
    const onGone = (): void => {
      left.reject(new ClientClosedRequestError());
    };
    const timer = setTimeout(
      () => {
        left.reject(timeUp());
      },
      Math.max(0, participant.deadlineAt - performance.now()),
    );
    participant.signal.addEventListener('abort', onGone, { once: true });
    try {
      return await Promise.race([this.#outcome, left.promise]);
    } finally {
      clearTimeout(timer);
      participant.signal.removeEventListener('abort', onGone);
      this.#leave();
    }
  }

  /** The last one who leaves ends the work, which nobody may join any more. */
  #leave(): void {
    this.#participants -= 1;
    if (this.#participants > 0) return;
    this.onEnd();
    this.#abort.abort();
  }
}

function isOver({ deadlineAt, signal }: Participant): boolean {
  return signal.aborted || performance.now() >= deadlineAt;
}
