/** Ends a stream on which nothing comes any more. */
export class IdleTimer {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number) {
    this.#timer = setTimeout(() => {
      this.#abort.abort(new DOMException('nothing comes any more', 'TimeoutError'));
    }, ms);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Something came. */
  restart(): void {
    this.#timer.refresh();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
