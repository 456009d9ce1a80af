import type { PhaseReport, ProcessAnswer } from './client.ts';

export interface Expected {
  readonly document_type: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Outcome {
  readonly file: string;
  readonly expected: Expected;
  readonly answer: ProcessAnswer | undefined;
  /** Why there is no answer. */
  readonly failure: string | undefined;
}

export function wrongFields({ answer, expected }: Outcome): string[] {
  const found = answer?.final_result.extracted_data ?? {};
  return Object.keys(expected.fields).filter((name) => found[name] !== expected.fields[name]);
}

export function isRight(outcome: Outcome): boolean {
  const found = outcome.answer?.final_result.document_type;
  return found === outcome.expected.document_type && wrongFields(outcome).length === 0;
}

/** The fields of one document, as the gateway read them. */
export function printFields(outcome: Outcome): void {
  const data = outcome.answer?.final_result.extracted_data ?? {};
  const wrong = new Set(wrongFields(outcome));
  for (const [name, value] of Object.entries(data)) {
    const note = wrong.has(name) ? `   ✗ expected ${String(outcome.expected.fields[name])}` : '';
    console.log(`      ${name.padEnd(20)} ${String(value)}${note}`);
  }
  if (outcome.failure !== undefined) console.log(`      ${outcome.failure}`);
}

export function printTable(outcomes: readonly Outcome[]): void {
  const header = [
    'document',
    'class',
    'fields',
    'prepare',
    'embed',
    'classify',
    'read',
    'extract',
    'total s',
  ];
  const rows = [header, ...outcomes.map(toRow)];
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [index, row] of rows.entries()) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
    if (index === 0) console.log(`  ${widths.map((width) => '─'.repeat(width)).join('  ')}`);
  }
}

function toRow(outcome: Outcome): string[] {
  const { answer, expected, file } = outcome;
  const total = Object.keys(expected.fields).length;
  const fields = `${total - wrongFields(outcome).length}/${total}`;
  if (!answer) return [file, '–', fields, '–', '–', '–', '–', '–', '–'];
  const phases = ['phase_1', 'phase_2', 'phase_3', 'phase_4', 'phase_5'].map((key) =>
    phaseCell(answer.phases[key]),
  );
  return [
    file,
    answer.final_result.document_type,
    fields,
    ...phases,
    answer.total_processing_time.toFixed(2),
  ];
}

function phaseCell(report: PhaseReport | undefined): string {
  return report?.status === 'completed' ? report.processing_time.toFixed(2) : (report?.status ?? '–');
}
