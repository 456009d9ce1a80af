import { AppError, ClientClosedRequestError, toAppError } from '../common/errors/index.js';
import { DeadlineExceededError } from '../proxy/index.js';

/** The platform counts six phases, but its clients know these five keys: classification is "phases 3-4". */
export const PHASES = ['phase_1', 'phase_2', 'phase_3', 'phase_4', 'phase_5'] as const;
export type Phase = (typeof PHASES)[number];

export interface PhaseFailure {
  readonly code: string;
  readonly detail: string;
  readonly retryable: boolean;
}

/** What became of one phase. Times are seconds. */
export type PhaseReport =
  | { readonly status: 'completed'; readonly processing_time: number; readonly output: object }
  | { readonly status: 'failed'; readonly processing_time: number; readonly error: PhaseFailure }
  | { readonly status: 'skipped'; readonly processing_time: 0; readonly reason: string };

export type PhaseReports = Record<Phase, PhaseReport>;

const NOT_REACHED: PhaseReport = { status: 'skipped', processing_time: 0, reason: 'not reached' };

const UNFINISHED: PhaseReport = {
  status: 'skipped',
  processing_time: 0,
  reason: 'ended before it was finished',
};

/** Keeps, for one document, what each phase did and how long it took. */
export class PhaseBoard {
  readonly #reports: PhaseReports = {
    phase_1: NOT_REACHED,
    phase_2: NOT_REACHED,
    phase_3: NOT_REACHED,
    phase_4: NOT_REACHED,
    phase_5: NOT_REACHED,
  };

  /** Runs a phase that the document cannot do without; its error names the phase. */
  async run<T>(phase: Phase, work: () => Promise<T>, toOutput: (result: T) => object): Promise<T> {
    const startedAt = performance.now();
    this.#reports[phase] = UNFINISHED;
    try {
      const result = await work();
      this.#reports[phase] = {
        status: 'completed',
        processing_time: secondsSince(startedAt),
        output: toOutput(result),
      };
      return result;
    } catch (thrown) {
      const error = toAppError(thrown);
      this.#reports[phase] = {
        status: 'failed',
        processing_time: secondsSince(startedAt),
        error: toFailure(error),
      };
      throw error.annotate({ phase });
    }
  }

  /** Runs a phase whose failure is only reported; undefined then. An end of the whole request still throws. */
  async attempt<T>(
    phase: Phase,
    work: () => Promise<T>,
    toOutput: (result: T) => object,
  ): Promise<T | undefined> {
    try {
      return await this.run(phase, work, toOutput);
    } catch (error) {
      if (error instanceof ClientClosedRequestError || error instanceof DeadlineExceededError) throw error;
      return undefined;
    }
  }

  skip(phase: Phase, reason: string): void {
    this.#reports[phase] = { status: 'skipped', processing_time: 0, reason };
  }

  get reports(): PhaseReports {
    return this.#reports;
  }

  /** Without the outputs: for a problem, which is no place for images. */
  summary(): Record<Phase, Omit<PhaseReport, 'output'>> {
    const entries = PHASES.map((phase) => [phase, withoutOutput(this.#reports[phase])] as const);
    return Object.fromEntries(entries) as Record<Phase, Omit<PhaseReport, 'output'>>;
  }
}

function withoutOutput(report: PhaseReport): Omit<PhaseReport, 'output'> {
  if (report.status !== 'completed') return report;
  return { status: report.status, processing_time: report.processing_time };
}

function toFailure({ code, message, retryable }: AppError): PhaseFailure {
  return { code, detail: message, retryable };
}

/** Whole milliseconds. */
export function secondsSince(startedAt: number): number {
  return Math.round(performance.now() - startedAt) / 1000;
}
