import { Injectable } from '@nestjs/common';

/** Whether this process has been told to end. */
@Injectable()
export class DrainState {
  readonly #end = new AbortController();
  #begunAt = 0;

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

  /** What is left of a time that all who take part in ending have together; it begins with the first of them. */
  remainingMs(totalMs: number): number {
    this.begin();
    return Math.max(0, totalMs - (performance.now() - this.#begunAt));
  }
}
