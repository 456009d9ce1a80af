import { NotCachedError, type Obtained, type Result } from '../cache/index.js';
import { AppError, ClientClosedRequestError, toAppError } from '../common/errors/index.js';
import { traced } from '../common/tracing/index.js';
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
  | { readonly status: 'completed'; readonly processing_time: number; readonly obtained: Obtained }
  | { readonly status: 'failed'; readonly processing_time: number; readonly error: PhaseFailure }
  | { readonly status: 'skipped'; readonly processing_time: 0; readonly reason: string };

export type PhaseReports = Record<Phase, PhaseReport>;

/** The outputs are left out. */
export type PhaseSummaries = Record<Phase, Omit<PhaseReport, 'obtained'>>;

const NOT_REACHED: PhaseReport = { status: 'skipped', processing_time: 0, reason: 'not reached' };

const UNFINISHED: PhaseReport = {
  status: 'skipped',
  processing_time: 0,
  reason: 'ended before it was finished',
};

/** The client is gone, there is no more time, or the client wants all of it from the cache. */
const ENDS_THE_REQUEST = [ClientClosedRequestError, DeadlineExceededError, NotCachedError];

/** Hears of every phase that begins (no report), ends or is skipped. */
export type BoardListener = (phase: Phase, report: PhaseReport | undefined) => void;

/** Keeps, for one document, what each phase did and how long it took. */
export class PhaseBoard {
  readonly #reports: PhaseReports = {
    phase_1: NOT_REACHED,
    phase_2: NOT_REACHED,
    phase_3: NOT_REACHED,
    phase_4: NOT_REACHED,
    phase_5: NOT_REACHED,
  };

  constructor(private readonly listener: BoardListener = () => undefined) {}

  /** Runs a phase that the document cannot do without; its error names the phase. */
  async run(phase: Phase, work: () => Promise<Obtained>): Promise<Result> {
    const startedAt = performance.now();
    this.#reports[phase] = UNFINISHED;
    this.listener(phase, undefined);
    try {
      const obtained = await traced(phase, {}, work);
      this.#report(phase, { status: 'completed', processing_time: secondsSince(startedAt), obtained });
      return obtained.result;
    } catch (thrown) {
      const error = toAppError(thrown);
      // A later phase that is sure to fail has kept this one from being worth the work.
      if (isOfAnother(phase, error)) throw error;
      this.#report(phase, {
        status: 'failed',
        processing_time: secondsSince(startedAt),
        error: toFailure(error),
      });
      throw error.annotate({ phase });
    }
  }

  /** Runs a phase whose failure is only reported; undefined then. An end of the whole request still throws. */
  async attempt(phase: Phase, work: () => Promise<Obtained>): Promise<Result | undefined> {
    try {
      return await this.run(phase, work);
    } catch (error) {
      if (ENDS_THE_REQUEST.some((type) => error instanceof type)) throw error;
      if (error instanceof AppError && isOfAnother(phase, error)) throw error;
      return undefined;
    }
  }

  skip(phase: Phase, reason: string): void {
    this.#report(phase, { status: 'skipped', processing_time: 0, reason });
  }

  get reports(): PhaseReports {
    return this.#reports;
  }

  /** Without the outputs: for a problem, which is no place for images. */
  summary(): PhaseSummaries {
    const entries = PHASES.map((phase) => [phase, withoutOutput(this.#reports[phase])] as const);
    return Object.fromEntries(entries) as PhaseSummaries;
  }

  #report(phase: Phase, report: PhaseReport): void {
    this.#reports[phase] = report;
    this.listener(phase, report);
  }
}

function withoutOutput(report: PhaseReport): Omit<PhaseReport, 'obtained'> {
  if (report.status !== 'completed') return report;
  return { status: report.status, processing_time: report.processing_time };
}

function isOfAnother(phase: Phase, { extensions }: AppError): boolean {
  return extensions.phase !== undefined && extensions.phase !== phase;
}

function toFailure({ code, message, retryable }: AppError): PhaseFailure {
  return { code, detail: message, retryable };
}

/** Whole milliseconds. */
export function secondsSince(startedAt: number): number {
  return Math.round(performance.now() - startedAt) / 1000;
}
