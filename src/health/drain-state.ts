import { Injectable } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../config/index.js';

type DrainTimes = Pick<AppConfig['server'], 'drain_delay_seconds' | 'drain_timeout_seconds'>;

/** Whether this process has been told to end. */
@Injectable()
export class DrainState {
  readonly #end = new AbortController();
  readonly #boundMs: number;
  #begunAt = 0;

  constructor(@InjectConfig('server') times: DrainTimes) {
    this.#boundMs = (times.drain_delay_seconds + times.drain_timeout_seconds) * 1000;
  }

  get isDraining(): boolean {
    return this.#end.signal.aborted;
  }

  /** Aborts when the process is told to end: for what would otherwise go on for as long as it can. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  begin(): void {
    if (this.isDraining) return;
    this.#begunAt = performance.now();
    this.#end.abort();
  }

  /** What is left of the time that all who take part in ending have together; it begins with the first of them. */
  remainingMs(): number {
    this.begin();
    return Math.max(0, this.#boundMs - (performance.now() - this.#begunAt));
  }
}
