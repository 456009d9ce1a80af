import type { Redis } from 'ioredis';

import { answerWithin } from '../common/timing/index.js';

const EVERY_MS = 2_000;
const PATIENCE_MS = 1_000;

/** A connection whose peer is gone without a word looks open for minutes; one that misses a beat is replaced. */
export class Heartbeat {
  #timer: NodeJS.Timeout | undefined;
  #isWaiting = false;

  constructor(private readonly client: Redis) {}

  start(): void {
    this.#timer = setInterval(() => void this.#beat(), EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  async #beat(): Promise<void> {
    if (this.client.status !== 'ready' || this.#isWaiting) return;
    this.#isWaiting = true;
    try {
      await answerWithin(PATIENCE_MS, this.client.ping());
    } catch {
      if (this.#timer) this.client.disconnect(true);
    } finally {
      this.#isWaiting = false;
    }
  }
}
