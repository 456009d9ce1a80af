import { DatabaseBusyError, DatabaseUnavailableError } from '../../database/index.js';
import type { JobEvent } from '../job-event.js';
import { isFinal } from '../job-state.js';
import type { EventWriter } from './event-writer.js';
import type { JobWatch } from './job-watch.js';
import type { JobHistory } from './jobs.repository.js';

/** What has happened after the event with this number. */
export type ReadHistory = (after: number) => Promise<JobHistory>;

/** In milliseconds. */
export interface StreamTimes {
  /** So long nothing is written at most. */
  readonly heartbeat: number;
  /** After so long it is looked again whether the database is back. */
  readonly retry: number;
  /** Then the client has to come again, with a token that is still good. */
  readonly lifetime: number;
}

/** Writes down for a client what happens to a job, from the table of events, until it is over. */
export class JobStream {
  readonly #endsAt: number;

  constructor(
    private readonly writer: EventWriter,
    private readonly watch: JobWatch,
    private readonly read: ReadHistory,
    private readonly times: StreamTimes,
  ) {
    this.#endsAt = performance.now() + times.lifetime;
  }

  /** @param after the number of the last event that the client has @param first what comes after it */
  async run(after: number, first: JobHistory): Promise<void> {
    let sent = Math.min(after, first.lastEvent);
    let history: JobHistory | undefined = first;
    this.writer.open();
    for (;;) {
      if (history) {
        await this.writer.send(history.events.map(toMessage));
        sent = history.events.at(-1)?.id ?? sent;
        if (isOver(history, sent)) break;
      }
      // There may be more than is read at once.
      const isBehind = history !== undefined && history.events.length > 0 && sent < history.lastEvent;
      if (!isBehind) await this.#pause(history !== undefined);
      if (this.watch.isOver || performance.now() >= this.#endsAt) break;
      history = await this.#readAgain(sent);
    }
    this.writer.end();
  }

  async #pause(isWell: boolean): Promise<void> {
    const { heartbeat, retry } = this.times;
    await this.watch.next(Math.min(isWell ? heartbeat : retry, this.#endsAt - performance.now()));
    await this.writer.keepAlive(heartbeat);
  }

  /** @returns undefined while the database is away */
  async #readAgain(after: number): Promise<JobHistory | undefined> {
    try {
      return await this.read(after);
    } catch (error) {
      if (error instanceof DatabaseUnavailableError || error instanceof DatabaseBusyError) return undefined;
      throw error;
    }
  }
}

/** Nothing comes any more, unless an administrator has the job done again. */
export function isOver({ state, lastEvent }: JobHistory, sent: number): boolean {
  return isFinal(state) && sent >= lastEvent;
}

function toMessage({ id, type, at, data }: JobEvent): { id: number; type: string; data: object } {
  return { id, type, data: { ...data, at: at.toISOString() } };
}
