import type { Job, ProcessResult } from '../../typescript/src/index.ts';
import { type CliError, EXIT, type ExitCode } from '../errors.ts';

/** What has become of one document. */
export interface Outcome {
  /** As the user named it. */
  readonly file: string;
  readonly job: Job | undefined;
  readonly result: ProcessResult | undefined;
  /** Where the result was written to. */
  readonly resultFile: string | undefined;
  /** Why there is no result. */
  readonly error: { readonly code: string; readonly detail: string } | undefined;
  readonly exitCode: ExitCode;
}

/** The job is finished, or nobody waits for it. */
export function outcomeOf(
  file: string,
  job: Job,
  { result, resultFile }: Partial<Pick<Outcome, 'result' | 'resultFile'>> = {},
): Outcome {
  const error = errorOf(job);
  return { file, job, result, resultFile, error, exitCode: error ? EXIT.failed : EXIT.done };
}

/** It did not get to its end, as far as this program knows. */
export function brokenOff(
  file: string,
  job: Job | undefined,
  { code, message, exitCode }: CliError,
): Outcome {
  const error = { code, detail: message };
  return { file, job, result: undefined, resultFile: undefined, error, exitCode };
}

function errorOf({ state, error }: Job): Outcome['error'] {
  if (state === 'cancelled') return { code: 'JOB_CANCELLED', detail: 'The job was cancelled.' };
  if (state !== 'failed') return undefined;
  if (error === null) return { code: 'JOB_FAILED', detail: 'The job has failed.' };
  const where = error.phase === undefined ? '' : ` (${error.phase})`;
  return { code: error.code, detail: `${error.title}: ${error.detail}${where}` };
}
