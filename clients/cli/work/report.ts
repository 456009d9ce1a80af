import type { Job } from '../../typescript/src/index.ts';
import type { Screen } from '../terminal/screen.ts';
import { tableLines } from '../terminal/table.ts';
import type { Outcome } from './outcome.ts';

/** Tells what has become of a document: its fields, or why there are none. */
export function report(outcome: Outcome, screen: Screen): void {
  if (screen.isJson) screen.printJson(toJson(outcome));
  else if (outcome.error) screen.note(failureLine(outcome));
  else screen.print(...successLines(outcome));
}

function toJson({ file, job, result, resultFile, error }: Outcome): object {
  const where = resultFile === undefined ? { result: result ?? null } : { result_file: resultFile };
  return { file, job: job ?? null, error: error ?? null, ...where };
}

function failureLine({ file, job, error }: Outcome): string {
  return joined(`✗ ${file}`, error?.detail, otherName(file, job));
}

function successLines({ file, job, result, resultFile }: Outcome): string[] {
  if (!job || !result) return [joined(`✓ ${file}`, job?.state, otherName(file, job))];
  const { document_type: type, extracted_data: data, confidence_scores: scores } = result.final_result;
  const fields = Object.entries(data).map(([name, value]) => [
    '  ',
    name,
    toText(value),
    percentOf(scores[name]),
  ]);
  const failures = Object.entries(result.phases).flatMap(([phase, report]) =>
    report.status === 'failed' ? [`    ${phase} failed: ${report.error.code} ${report.error.detail}`] : [],
  );
  return [
    joined(`✓ ${file}`, type, secondsOf(job), otherName(file, job)),
    ...tableLines(fields),
    ...failures,
    ...(resultFile === undefined ? [] : [`    → ${resultFile}`]),
  ];
}

/** Who named the file wants to know the job, and the other way round. */
function otherName(file: string, job: Job | undefined): string | undefined {
  return file === job?.id ? (job.file_name ?? undefined) : job?.id;
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('  ');
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function percentOf(score: unknown): string {
  return typeof score === 'number' ? `${Math.round(score * 100)} %` : '';
}

/** From its acceptance to its end. */
function secondsOf({ created_at: from, finished_at: to }: Job): string | undefined {
  return to === null ? undefined : `${((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)} s`;
}
