import { setTimeout as delay } from 'node:timers/promises';

const HEARTBEAT_MS = 5_000;
const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 2_000;

/** Repeats an attempt: rarely while it succeeds, soon and then less often while it fails. */
export class BackgroundLoop {
  readonly #attempt: () => Promise<boolean>;
  readonly #stop = new AbortController();
  #wake = new AbortController();
  #running: Promise<void> = Promise.resolve();

  /** @param attempt never rejects */
  constructor(attempt: () => Promise<boolean>) {
    this.#attempt = attempt;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** The next attempt is made now. */
  wake(): void {
    this.#wake.abort();
  }

  /** Resolves when the attempt under way is over. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    let retryMs = FIRST_RETRY_MS;
    while (!this.#stop.signal.aborted) {
      const succeeded = await this.#attempt();
      retryMs = succeeded ? FIRST_RETRY_MS : Math.min(retryMs * 2, MAX_RETRY_MS);
      await this.#pause(succeeded ? HEARTBEAT_MS : retryMs);
    }
  }

  async #pause(ms: number): Promise<void> {
    try {
      await delay(ms, undefined, { signal: AbortSignal.any([this.#wake.signal, this.#stop.signal]) });
    } catch {
      this.#wake = new AbortController();
    }
  }
}
