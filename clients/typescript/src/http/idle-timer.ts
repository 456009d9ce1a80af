/** Ends what nothing comes from any more. */
export class IdleTimer {
  readonly #abort = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ms: number) {
    this.restart(ms);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Something came; the next bit may take so long. */
  restart(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#abort.abort(new DOMException('nothing comes any more', 'TimeoutError'));
    }, ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
