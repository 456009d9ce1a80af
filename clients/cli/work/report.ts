import type { Job } from '../gateway/job.ts';
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
  return [`✗ ${file}`, error?.detail, job?.id].filter((part) => part !== undefined).join('  ');
}

function successLines({ file, job, result, resultFile }: Outcome): string[] {
  if (!job || !result) return [`✓ ${file}  ${job?.state ?? ''}  ${job?.id ?? ''}`];
  const { document_type: type, extracted_data: data, confidence_scores: scores } = result.final_result;
  const fields = Object.entries(data).map(([name, value]) => [
    '  ',
    name,
    toText(value),
    percentOf(scores[name]),
  ]);
  const failures = Object.entries(result.phases).filter(([, { status }]) => status === 'failed');
  return [
    `✓ ${file}  ${type}  ${secondsOf(job)}  ${job.id}`,
    ...tableLines(fields),
    ...failures.map(
      ([phase, { error }]) => `    ${phase} failed: ${error?.code ?? ''} ${error?.detail ?? ''}`,
    ),
    ...(resultFile === undefined ? [] : [`    → ${resultFile}`]),
  ];
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function percentOf(score: unknown): string {
  return typeof score === 'number' ? `${Math.round(score * 100)} %` : '';
}

/** From its acceptance to its end. */
function secondsOf({ created_at: from, finished_at: to }: Job): string {
  return to === null ? '' : `${((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)} s`;
}
