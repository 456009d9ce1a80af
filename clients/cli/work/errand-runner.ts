import type { Context } from '../commands/command.ts';
import { isFinal, type Job } from '../../typescript/src/index.ts';
import { EXIT, type ExitCode, InterruptedError } from '../errors.ts';
import { explain } from '../explain.ts';
import type { ProgressRow } from '../terminal/progress.ts';
import { brokenOff, type Outcome } from './outcome.ts';
import { report } from './report.ts';

/** What is to be done for one document. */
export interface Errand {
  /** As the user named it. */
  readonly file: string;
  /** Of a document that was accepted before. */
  readonly jobId?: string;
  /** @param onJob is told the job as soon as there is one */
  run(row: ProgressRow, onJob: (job: Job) => void): Promise<Outcome>;
}

/** Runs errands side by side and tells what becomes of each. When no further one can succeed, none is begun. */
export class ErrandRunner {
  readonly #context: Context;
  readonly #errands: readonly Errand[];
  readonly #outcomes = new Map<Errand, Outcome>();

  constructor(context: Context, errands: readonly Errand[]) {
    this.#context = context;
    this.#errands = errands;
  }

  /** @throws InterruptedError, and what cannot be explained */
  async run(parallel: number): Promise<ExitCode> {
    const waiting = [...this.#errands];
    const work = async (): Promise<void> => {
      while (this.#worst <= EXIT.failed) {
        const errand = waiting.shift();
        if (!errand) return;
        await this.#runOne(errand);
      }
    };
    await Promise.all(Array.from({ length: parallel }, work));
    this.#tellWhatIsLeft();
    if (this.#context.signal.aborted) throw new InterruptedError();
    return this.#worst;
  }

  async #runOne(errand: Errand): Promise<void> {
    const { screen } = this.#context;
    const row = screen.progress.begin(errand.file);
    let job: Job | undefined;
    const onJob = (accepted: Job): void => {
      job = accepted;
    };
    try {
      this.#outcomes.set(errand, await errand.run(row, onJob));
    } catch (error) {
      const explained = explain(error, this.#context.signal);
      if (!explained) throw error;
      this.#outcomes.set(errand, brokenOff(errand.file, job, explained));
    } finally {
      row.end();
    }
    this.#report(errand);
  }

  /** People know that they have pressed Ctrl-C; programs get the id of the job. */
  #report(errand: Errand): void {
    const { screen } = this.#context;
    const outcome = this.#outcomes.get(errand);
    if (outcome && (screen.isJson || outcome.exitCode !== EXIT.interrupted)) report(outcome, screen);
  }

  get #worst(): ExitCode {
    const codes = [...this.#outcomes.values()].map(({ exitCode }) => exitCode);
    return Object.values(EXIT).findLast((code) => codes.includes(code)) ?? EXIT.done;
  }

  #tellWhatIsLeft(): void {
    const { screen, iris } = this.#context;
    const left = this.#errands.filter((errand) => this.#isLeft(errand));
    const ids = left.flatMap((errand) => this.#outcomes.get(errand)?.job?.id ?? errand.jobId ?? []);
    const notSent = left.length - ids.length;
    if (notSent > 0) screen.note(`Not sent: ${notSent} of ${this.#errands.length} documents.`);
    if (ids.length === 0) return;
    screen.note(`What was accepted goes on. Come back with: ${iris} watch ${ids.join(' ')}`);
  }

  #isLeft(errand: Errand): boolean {
    const outcome = this.#outcomes.get(errand);
    if (!outcome || outcome.exitCode > EXIT.failed) return true;
    return outcome.error !== undefined && outcome.job !== undefined && !isFinal(outcome.job.state);
  }
}
