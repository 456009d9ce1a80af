import type { RequestContext } from '../../common/context/index.js';
import { JobJournal } from '../work/job-journal.js';

/** A document that is processed while its client waits, and that may become a job when that takes too long. */
export class LiveRun {
  readonly journal: JobJournal;
  readonly abort = new AbortController();
  readonly context: RequestContext;
  readonly #clientLeft = (): void => {
    this.abort.abort();
  };

  constructor(private readonly request: RequestContext) {
    this.context = { ...request, signal: this.abort.signal };
    this.journal = new JobJournal(this.context);
    this.followClient();
  }

  /** The work ends when the client hangs up. */
  followClient(): void {
    const { signal } = this.request;
    if (signal.aborted) this.#clientLeft();
    else signal.addEventListener('abort', this.#clientLeft, { once: true });
  }

  /** The work goes on without its client. */
  leaveClient(): void {
    this.request.signal.removeEventListener('abort', this.#clientLeft);
  }
}
