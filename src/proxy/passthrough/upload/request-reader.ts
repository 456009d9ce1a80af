import type { IncomingMessage } from 'node:http';

import { ClientClosedRequestError } from '../../../common/errors/index.js';

const EVENTS = ['readable', 'end', 'error', 'close'] as const;

/** Reads a request chunk by chunk. An async iterator would do the same, but keeps it until the next chunk has come. */
export class RequestReader {
  #wake: (() => void) | undefined;
  #isReleased = false;
  readonly #onEvent = (): void => {
    this.#wake?.();
  };

  constructor(private readonly request: IncomingMessage) {}

  /**
   * One at a time. Undefined: the end.
   * @throws ClientClosedRequestError
   */
  async next(): Promise<Buffer | undefined> {
    if (!this.#wake) for (const event of EVENTS) this.request.on(event, this.#onEvent);
    for (;;) {
      const changed = new Promise<void>((resolve) => (this.#wake = resolve));
      if (this.#isReleased) throw new ClientClosedRequestError();
      const chunk = this.request.read() as Buffer | null;
      if (chunk) return chunk;
      if (this.request.readableEnded) return undefined;
      if (this.request.destroyed) throw new ClientClosedRequestError();
      await changed;
    }
  }

  /** What is still to come is discarded, so that the client gets to read the answer. */
  release(): void {
    if (!this.#wake) return;
    this.#isReleased = true;
    for (const event of EVENTS) this.request.off(event, this.#onEvent);
    this.request.resume();
    this.#wake();
  }
}
