import { isIrisError } from '../errors/guards.ts';
import { IrisNetworkError } from '../errors/transport-errors.ts';
import type { RetryOptions } from '../http/retry.ts';
import type { Call, OpenStream, Transport } from '../http/transport.ts';
import { isFinal, type Timeline } from '../jobs/job.ts';
import type { JobEvent } from '../jobs/job-event.ts';
import { EventParser, type ServerSentEvent } from './event-parser.ts';

/** The gateway begins every stream at once, … */
const FIRST_BIT_MS = 10_000;
/** … and sends a comment every 15 seconds. */
const IDLE_MS = 45_000;
/** The job goes on meanwhile, so that it is worth waiting for the gateway to come back. */
const PATIENCE_MS = 120_000;
const PATIENCE: RetryOptions = { retries: Infinity, busyMs: PATIENCE_MS, unreachableMs: PATIENCE_MS };
const RECONNECT_MS = 1_000;
const LONGEST_RECONNECT_MS = 10_000;
const POLL_MS = 2_000;
const TOO_MANY = 'TOO_MANY_STREAMS';
/** So many streams that brought nothing: something on the way keeps them back. */
const MOST_SILENT = 3;

export interface EventOptions {
  /** Only those after it. */
  readonly lastEventId?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly retry?: RetryOptions | undefined;
}

/**
 * Tells what happens to a job, over as many connections as it takes. Where no stream comes through, it asks now and then.
 */
export class JobEventStream {
  readonly #transport: Transport;
  readonly #path: string;
  readonly #options: EventOptions;
  #lastEventId: number;
  #reconnectMs = RECONNECT_MS;
  #silent = 0;
  #heardAt = performance.now();

  constructor(transport: Transport, jobId: string, options: EventOptions) {
    this.#transport = transport;
    this.#path = `/jobs/${encodeURIComponent(jobId)}`;
    this.#options = options;
    this.#lastEventId = options.lastEventId ?? 0;
  }

  /** Until the job is finished; once more, it goes on after the last event that it told. */
  async *events(): AsyncGenerator<JobEvent, void, undefined> {
    while (this.#silent < MOST_SILENT) {
      const stream = await this.#connect();
      if (stream === 'refused') break;
      try {
        if (stream.body === null) return;
        for await (const event of this.#read(stream.body, stream.timer)) {
          yield event;
          if (isFinal(event.state)) return;
        }
      } finally {
        stream.timer.stop();
      }
      await this.#transport.pause(this.#waitMs(), this.#options.signal);
    }
    yield* this.#polled();
  }

  /** There is no body when nothing is to come any more. */
  async #connect(): Promise<OpenStream | 'refused'> {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (this.#lastEventId > 0) headers['last-event-id'] = String(this.#lastEventId);
    try {
      return await this.#transport.stream('GET', `${this.#path}/events`, {
        headers,
        timeoutMs: FIRST_BIT_MS,
        finalCodes: [TOO_MANY],
        ...this.#call,
      });
    } catch (error) {
      if (isIrisError(error, TOO_MANY)) return 'refused';
      throw error;
    }
  }

  /** Until the connection ends, also when it breaks: what was missed comes over the next one. */
  async *#read(body: ReadableStream<Uint8Array>, timer: OpenStream['timer']): AsyncGenerator<JobEvent> {
    const parser = new EventParser();
    const reader = body.getReader();
    const decoder = new TextDecoder();
    this.#silent += 1;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        timer.restart(IDLE_MS);
        this.#heardAt = performance.now();
        for (const event of parser.push(decoder.decode(value, { stream: true }))) yield this.#take(event);
        this.#reconnectMs = parser.retryMs ?? this.#reconnectMs;
      }
    } catch (error) {
      this.#requireHope(error);
    } finally {
      // Whoever wants no more events has the connection closed.
      await reader.cancel().catch(() => undefined);
    }
  }

  #take({ id, type, data }: ServerSentEvent): JobEvent {
    const event = { ...(JSON.parse(data) as object), id: Number(id), type } as JobEvent;
    this.#silent = 0;
    this.#lastEventId = event.id;
    return event;
  }

  #requireHope(error: unknown): void {
    const explained = this.#transport.explain(error, this.#options.signal);
    const isBroken = explained instanceof IrisNetworkError;
    if (!isBroken || performance.now() - this.#heardAt > PATIENCE_MS) throw explained;
  }

  #waitMs(): number {
    const waitMs = Math.min(this.#reconnectMs * 2 ** Math.max(0, this.#silent - 1), LONGEST_RECONNECT_MS);
    return waitMs * (0.75 + Math.random() / 2);
  }

  async *#polled(): AsyncGenerator<JobEvent, void, undefined> {
    for (;;) {
      const { entries } = await this.#transport.json<Timeline>('GET', `${this.#path}/timeline`, this.#call);
      for (const entry of entries as readonly JobEvent[]) {
        if (entry.id <= this.#lastEventId) continue;
        this.#lastEventId = entry.id;
        yield entry;
        if (isFinal(entry.state)) return;
      }
      if (entries.length > 0 && isFinal((entries.at(-1) as JobEvent).state)) return;
      await this.#transport.pause(POLL_MS, this.#options.signal);
    }
  }

  get #call(): Pick<Call, 'patience' | 'retry' | 'signal'> {
    const { retry, signal } = this.#options;
    return { patience: PATIENCE, retry, signal };
  }
}
