/** Somebody who waits for what comes next of a job. */
export class JobWatch {
  #isDue = false;
  #isOver = false;
  #wake: (() => void) | undefined;

  /** @param onClose nobody waits any more */
  constructor(private readonly onClose: () => void) {}

  /** There is nothing more to wait for here, whatever becomes of the job. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** The job may have changed. */
  notify(): void {
    this.#isDue = true;
    this.#wake?.();
  }

  readonly end = (): void => {
    this.#isOver = true;
    this.#wake?.();
  };

  close(): void {
    this.onClose();
  }

  /** Resolves with the next change, at once when there was one since the last call; at the end; or after `ms`. */
  async next(ms: number): Promise<void> {
    if (!this.#isDue && !this.#isOver) await this.#sleep(ms);
    this.#isDue = false;
  }

  async #sleep(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(resolve, ms, undefined);
    this.#wake = () => {
      resolve(undefined);
    };
    await promise;
    clearTimeout(timer);
    this.#wake = undefined;
  }
}
