import { type EventOptions, JobEventStream } from '../events/job-event-stream.ts';
import type { Transport } from '../http/transport.ts';
import { isFinal, type Job, type JobPage, type JobQuery, type Timeline } from './job.ts';
import type { JobEvent } from './job-event.ts';
import { type Progress, progressAfter, progressOf } from './progress.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface FollowOptions extends EventOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Documents that are, or were, under way. */
export class JobsApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** One page, the newest first. */
  list(query: JobQuery = {}, options: CallOptions = {}): Promise<JobPage> {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) parameters.set(name, String(value));
    return this.#transport.json('GET', `/jobs?${parameters.toString()}`, options);
  }

  /** All of them, page by page. */
  async *all(query: JobQuery = {}, options: CallOptions = {}): AsyncGenerator<Job, void, undefined> {
    let cursor: string | null | undefined = query.cursor;
    do {
      const page: JobPage = await this.list({ ...query, ...(cursor && { cursor }) }, options);
      yield* page.items;
      cursor = page.next_cursor;
    } while (cursor !== null);
  }

  get(id: string, options: CallOptions = {}): Promise<Job> {
    return this.#transport.json('GET', pathOf(id), options);
  }

  /** What has happened to it so far. */
  timeline(id: string, options: CallOptions = {}): Promise<Timeline> {
    return this.#transport.json('GET', `${pathOf(id)}/timeline`, options);
  }

  /** What happens to it until it is finished, from the beginning or after the last event that is known. */
  events(id: string, options: EventOptions = {}): AsyncGenerator<JobEvent, void, undefined> {
    return new JobEventStream(this.#transport, id, options).events();
  }

  /**
   * Until it is finished. A signal ends the waiting, not the job.
   * @returns how it has ended: it may have failed
   */
  async follow(job: Job | string, { onProgress, ...options }: FollowOptions = {}): Promise<Job> {
    let current = typeof job === 'string' ? await this.get(job, options) : job;
    let progress = progressOf(current);
    const tell = (next: Progress): void => {
      progress = next;
      onProgress?.(next);
    };
    tell(progress);
    const stream = new JobEventStream(this.#transport, current.id, options);
    // Again when it is not the end after all: an administrator may have a failed job done once more.
    while (!isFinal(current.state)) {
      for await (const event of stream.events()) tell(progressAfter(event, progress));
      current = await this.get(current.id, options);
    }
    tell(progressOf(current, progress));
    return current;
  }

  /** Wherever it is under way; again is no error. */
  cancel(id: string, options: CallOptions = {}): Promise<Job> {
    return this.#transport.json('DELETE', pathOf(id), options);
  }

  /** Has one that was given up done once more; for administrators. Not repeated by itself. */
  retry(id: string, options: CallOptions = {}): Promise<Job> {
    return this.#transport.json('POST', `/admin${pathOf(id)}/retry`, options);
  }
}

function pathOf(id: string): string {
  return `/jobs/${encodeURIComponent(id)}`;
}
