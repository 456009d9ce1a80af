import { waitFor } from './wait-for.js';

/** One server-sent event, with the JSON that it carries. */
export interface ReceivedEvent {
  readonly id: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface StreamOptions {
  readonly token: string;
  readonly lastEventId?: number;
}

/** A client of server-sent events, as the HTML standard (9.2) wants one; it does not reconnect by itself. */
export class EventStream {
  readonly events: ReceivedEvent[] = [];
  comments = 0;
  /** Milliseconds. */
  retry: number | undefined;
  isEnded = false;
  readonly #hangUp: AbortController;

  private constructor(
    readonly response: Response,
    hangUp: AbortController,
  ) {
    this.#hangUp = hangUp;
    void this.#read();
  }

  static async open(url: string, { token, lastEventId }: StreamOptions): Promise<EventStream> {
    const hangUp = new AbortController();
    const response = await fetch(url, {
      headers: {
        accept: 'text/event-stream',
        authorization: `Bearer ${token}`,
        ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
      },
      signal: hangUp.signal,
    });
    return new EventStream(response, hangUp);
  }

  get ids(): number[] {
    return this.events.map(({ id }) => id);
  }

  get types(): string[] {
    return this.events.map(({ type }) => type);
  }

  /** The server, or `close`, has ended it. */
  ended(timeoutMs = 20_000): Promise<void> {
    return waitFor(() => this.isEnded, 'the stream has ended', timeoutMs);
  }

  has(isMeant: (event: ReceivedEvent) => boolean, timeoutMs = 20_000): Promise<void> {
    return waitFor(() => this.events.some(isMeant), 'the event has come', timeoutMs);
  }

  close(): void {
    this.#hangUp.abort();
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of this.response.body ?? []) {
        const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) this.#take(block);
      }
    } catch {
      // A connection that breaks is one way for a stream to end.
    }
    this.isEnded = true;
  }

  #take(block: string): void {
    if (block.startsWith(':')) {
      this.comments += 1;
      return;
    }
    const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/, 2) as [string, string]));
    if (fields.has('retry')) this.retry = Number(fields.get('retry'));
    const data = fields.get('data');
    if (data === undefined) return;
    this.events.push({
      id: Number(fields.get('id')),
      type: fields.get('event') ?? '',
      data: JSON.parse(data) as ReceivedEvent['data'],
    });
  }
}
