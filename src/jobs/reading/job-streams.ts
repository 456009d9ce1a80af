import { Injectable } from '@nestjs/common';

import { type Principal, requestContext } from '../../common/context/index.js';
import { ValidationError } from '../../common/errors/index.js';
import type { Exchange } from '../../common/http/index.js';
import { EventWriter } from './event-writer.js';
import { JobFeed } from './job-feed.js';
import { isOver, JobStream, type StreamTimes } from './job-stream.js';
import type { JobWatch } from './job-watch.js';
import { JobsRepository } from './jobs.repository.js';
import { TooManyStreamsError } from './reading-errors.js';

const MAX_STREAMS_PER_USER = 20;
const EVENTS_AT_ONCE = 500;
const PATIENCE_MS = 30_000;
const TIMES: StreamTimes = { heartbeat: 15_000, retry: 1_000, lifetime: 3_600_000 };

const EVENT_NUMBER = /^\d{1,9}$/;

/** The streams of events that this replica has open. */
@Injectable()
export class JobStreams {
  readonly #open = new Map<string, number>();

  constructor(
    private readonly jobs: JobsRepository,
    private readonly feed: JobFeed,
  ) {}

  /**
   * Resolves when the stream has ended.
   * @throws JobNotFoundError, ValidationError, TooManyStreamsError, DatabaseUnavailableError, DatabaseBusyError
   */
  async answer({ userId }: Principal, id: string, exchange: Exchange): Promise<void> {
    const after = lastEventId(exchange.request.get('last-event-id'));
    const open = this.#open.get(userId) ?? 0;
    if (open >= MAX_STREAMS_PER_USER) throw new TooManyStreamsError(MAX_STREAMS_PER_USER);
    this.#open.set(userId, open + 1);
    const watch = this.feed.watch(id, requestContext(exchange.request).signal);
    try {
      await this.#stream(userId, id, after, exchange, watch);
    } finally {
      watch.close();
      this.#leave(userId);
    }
  }

  async #stream(
    userId: string,
    id: string,
    after: number,
    exchange: Exchange,
    watch: JobWatch,
  ): Promise<void> {
    const { request, response } = exchange;
    const read = (last: number) => this.jobs.history(userId, id, last, EVENTS_AT_ONCE);
    const first = await read(after);
    if (after > 0 && isOver(first, after)) {
      // This is how a browser is told not to come again (HTML standard, 9.2.3).
      response.status(204).set('Cache-Control', 'no-store').end();
      return;
    }
    const writer = new EventWriter(response, PATIENCE_MS);
    if (request.method === 'HEAD') watch.end();
    await new JobStream(writer, watch, read, TIMES).run(after, first);
  }

  #leave(userId: string): void {
    const left = (this.#open.get(userId) ?? 1) - 1;
    if (left > 0) this.#open.set(userId, left);
    else this.#open.delete(userId);
  }
}

/** @throws ValidationError */
function lastEventId(header: string | undefined): number {
  if (header === undefined || header === '') return 0;
  if (EVENT_NUMBER.test(header)) return Number(header);
  throw new ValidationError([
    { pointer: '/headers/last-event-id', detail: 'expected the id of an event of this job' },
  ]);
}
