import { Injectable } from '@nestjs/common';

/** Whether this process has been told to end. */
@Injectable()
export class DrainState {
  readonly #end = new AbortController();

  get isDraining(): boolean {
    return this.#end.signal.aborted;
  }

  /** Aborts when the process is told to end: for what would otherwise go on for as long as it can. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  begin(): void {
    this.#end.abort();
  }
}
