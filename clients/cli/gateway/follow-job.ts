import { InterruptedError } from '../errors.ts';
import { EventParser, type ServerSentEvent } from '../../typescript/src/events/event-parser.ts';
import type { GatewayClient, Patience } from './gateway-client.ts';
import type { IdleTimer } from './idle-timer.ts';
import { isFinal, type JobEvent } from './job.ts';

/** The gateway sends a comment every 15 seconds. */
const IDLE_MS = 45_000;
/** The job goes on meanwhile, so that it is worth waiting for the gateway to come back. */
const PATIENCE: Patience = { unreachableMs: 120_000, busyMs: 120_000 };
const RECONNECT_MS = 1_000;

/** Tells what happens to a job, over as many connections as it takes. */
export class JobFollower {
  readonly #client: GatewayClient;
  readonly #route: string;
  #retryMs = RECONNECT_MS;
  #lastEventId = '';
  #heardAt = performance.now();

  constructor(client: GatewayClient, jobId: string) {
    this.#client = client;
    this.#route = `GET /jobs/${jobId}/events`;
  }

  /**
   * Until it is finished; once more, it goes on after the last event that it told.
   * @throws GatewayError, UnreachableError when the gateway stays away, NotLoggedInError, InterruptedError
   */
  async *events(): AsyncGenerator<JobEvent> {
    for (;;) {
      const { body, timer } = await this.#connect();
      try {
        if (body === null) return;
        for await (const event of this.#read(body, timer)) {
          yield event;
          if (isFinal(event.state)) return;
        }
      } finally {
        timer.stop();
      }
      await this.#client.pause(this.#retryMs);
    }
  }

  /** There is no body when nothing is to come any more. */
  #connect(): ReturnType<GatewayClient['stream']> {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (this.#lastEventId !== '') headers['last-event-id'] = this.#lastEventId;
    return this.#client.stream(this.#route, { headers, timeoutMs: IDLE_MS, patience: PATIENCE });
  }

  /** Until the connection ends, also when it breaks: what was missed comes over the next one. */
  async *#read(body: ReadableStream<BufferSource>, timer: IdleTimer): AsyncGenerator<JobEvent> {
    const parser = new EventParser();
    try {
      for await (const text of body.pipeThrough(new TextDecoderStream())) {
        timer.restart();
        this.#heardAt = performance.now();
        for (const event of parser.push(text)) {
          this.#lastEventId = event.id;
          yield toJobEvent(event);
        }
        this.#retryMs = parser.retryMs ?? this.#retryMs;
      }
    } catch (error) {
      this.#requireHope(error);
    }
  }

  #requireHope(error: unknown): void {
    const explained = this.#client.explain(error);
    const isOver = performance.now() - this.#heardAt > PATIENCE.unreachableMs;
    if (isOver || explained instanceof InterruptedError) throw explained;
  }
}

function toJobEvent({ type, data }: ServerSentEvent): JobEvent {
  return { ...(JSON.parse(data) as Omit<JobEvent, 'type'>), type };
}
