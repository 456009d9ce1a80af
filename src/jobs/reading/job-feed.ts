import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { z } from 'zod';

import { Database } from '../../database/index.js';
import { DrainState } from '../../health/index.js';
import { EventBus } from '../../redis/index.js';
import { JOB_CHANGED } from '../job-changes.js';
import { JobWatch } from './job-watch.js';

/** So long after it has happened, a change is known here that nobody has told us of. */
const LOOK_MS = 1_000;

const changeSchema = z.object({ id: z.string(), event: z.int() });

interface Watched {
  readonly watches: Set<JobWatch>;
  /** The last event that the watches were told of. */
  event: number;
}

/**
 * Tells those who watch a job that it has changed; what has happened they read themselves. Other replicas say so by the
 * event bus, which is quick; and while anybody watches, the database is asked once a second, which needs no Redis.
 */
@Injectable()
export class JobFeed implements OnModuleDestroy {
  readonly #logger = new Logger('Jobs');
  readonly #watched = new Map<string, Watched>();
  #timer: NodeJS.Timeout | undefined;
  #isLooking = false;

  constructor(
    private readonly database: Database,
    bus: EventBus,
    private readonly drain: DrainState,
  ) {
    bus.subscribe(JOB_CHANGED, (payload) => {
      const change = changeSchema.safeParse(payload);
      if (change.success) this.#hear(change.data);
    });
    drain.signal.addEventListener('abort', () => {
      for (const watch of this.#watches()) watch.end();
    });
  }

  /** Jobs that somebody watches. */
  get size(): number {
    return this.#watched.size;
  }

  /**
   * To be closed by the caller.
   * @param signal ends it, as does the end of this process
   */
  watch(jobId: string, signal: AbortSignal): JobWatch {
    const watched = this.#watched.get(jobId) ?? { watches: new Set(), event: 0 };
    const watch = new JobWatch(() => {
      if (watched.watches.delete(watch) && watched.watches.size === 0) this.#forget(jobId);
    });
    watched.watches.add(watch);
    this.#watched.set(jobId, watched);
    this.#timer ??= setInterval(() => void this.#look(), LOOK_MS).unref();
    if (this.drain.isDraining || signal.aborted) watch.end();
    else signal.addEventListener('abort', watch.end, { once: true });
    return watch;
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  #forget(jobId: string): void {
    this.#watched.delete(jobId);
    if (this.#watched.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #hear({ id, event }: { id: string; event: number }): void {
    const watched = this.#watched.get(id);
    if (watched && event > watched.event) tell(watched, event);
  }

  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      for (const { id, event } of await this.#lastEvents()) {
        const watched = this.#watched.get(id);
        // Not only a greater one: what the bus said may have been wrong.
        if (watched && event !== watched.event) tell(watched, event);
      }
    } catch (error) {
      this.#logger.debug({ err: error }, 'It cannot be seen whether jobs have changed');
    } finally {
      this.#isLooking = false;
    }
  }

  #lastEvents(): Promise<{ id: string; event: number }[]> {
    return this.database.run((manager) =>
      manager.query('SELECT id, last_event AS event FROM jobs WHERE id = ANY ($1)', [
        [...this.#watched.keys()],
      ]),
    );
  }

  *#watches(): Iterable<JobWatch> {
    for (const { watches } of this.#watched.values()) yield* watches;
  }
}

function tell(watched: Watched, event: number): void {
  watched.event = event;
  for (const watch of watched.watches) watch.notify();
}
