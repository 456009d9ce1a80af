import type { Response } from 'express';

const RECONNECT_MS = 2_000;

/** Server-sent events on one answer (HTML standard, 9.2), no faster than its client takes them. */
export class EventWriter {
  #lastWriteAt = performance.now();

  /** @param patienceMs so long a client may take nothing before it is cut off */
  constructor(
    private readonly response: Response,
    private readonly patienceMs: number,
  ) {}

  open(): void {
    this.response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      // For nginx, which would keep what it has until there is more of it.
      'X-Accel-Buffering': 'no',
    });
    this.response.write(`retry: ${RECONNECT_MS}\n\n`);
  }

  /** Resolves when the client can take more, or is gone. */
  async send(events: readonly { id: number; type: string; data: object }[]): Promise<void> {
    const texts = events.map(
      ({ id, type, data }) => `id: ${id}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`,
    );
    if (texts.length > 0) await this.#write(texts.join(''));
  }

  /** A comment, when nothing else was written for so long. */
  async keepAlive(ms: number): Promise<void> {
    if (performance.now() - this.#lastWriteAt >= ms) await this.#write(': still here\n\n');
  }

  end(): void {
    if (!this.response.destroyed) this.response.end();
  }

  async #write(text: string): Promise<void> {
    this.#lastWriteAt = performance.now();
    if (this.response.write(text) || this.response.destroyed) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const goOn = (): void => {
      resolve(undefined);
    };
    const timer = setTimeout(() => this.response.destroy(), this.patienceMs);
    this.response.once('drain', goOn).once('close', goOn);
    await promise;
    clearTimeout(timer);
    this.response.off('drain', goOn).off('close', goOn);
  }
}
