import { cacheHeaders, type Obtained, type Result } from '../cache/index.js';
import { JsonAnswer, type JsonChunk } from '../common/http/index.js';
import { type Phase, type PhaseBoard, type PhaseReport, PHASES } from './phase-board.js';
import { newProcessingId } from './processing-id.js';

interface Fields {
  readonly structured_data: object;
  readonly confidence_scores: object;
}

/** The answer to a whole document; the outputs of the phases are sent as they were kept. */
export function documentAnswer(
  processingId: string,
  { reports }: PhaseBoard,
  { facts, output }: Result,
  totalSeconds: number,
): JsonAnswer {
  const fields = JSON.parse(output.toString()) as Fields;
  const finalResult = {
    document_type: facts.document_type,
    extracted_data: fields.structured_data,
    confidence_scores: fields.confidence_scores,
  };
  const phases = PHASES.flatMap((phase, index) =>
    reportChunks(`${index === 0 ? '' : ','}"${phase}":`, reports[phase]),
  );
  const parts = PHASES.flatMap((phase) => partOf(phase, reports[phase]));
  return new JsonAnswer(
    [
      `{"success":true,"processing_id":"${processingId}","phases":{`,
      ...phases,
      `},"total_processing_time":${totalSeconds},"final_result":${JSON.stringify(finalResult)}}`,
    ],
    cacheHeaders(parts),
  );
}

/** The answer to a single phase. */
export function phaseAnswer(phase: Phase, seconds: number, obtained: Obtained): JsonAnswer {
  const { result } = obtained;
  return new JsonAnswer(
    [
      `{"success":true,"processing_id":"${newProcessingId()}","phase":"${phase}",`,
      completedHead(seconds, obtained),
      ...mergedObjects(result.output, result.details),
      '}',
    ],
    cacheHeaders([{ name: phase, obtained }]),
  );
}

function reportChunks(name: string, report: PhaseReport): JsonChunk[] {
  if (report.status !== 'completed') return [name + JSON.stringify(report)];
  const { processing_time: seconds, obtained } = report;
  return [`${name}{${completedHead(seconds, obtained)}`, obtained.result.output, '}'];
}

function completedHead(seconds: number, { verdict }: Obtained): string {
  const cached = verdict === 'hit' ? '"cached":true,' : '';
  return `"status":"completed","processing_time":${seconds},${cached}"output":`;
}

/** Two JSON objects as one. */
function mergedObjects(first: Buffer, second: Buffer): JsonChunk[] {
  return second.length <= '{}'.length ? [first] : [first.subarray(0, -1), ',', second.subarray(1)];
}

function partOf(name: Phase, report: PhaseReport): { name: Phase; obtained: Obtained | undefined }[] {
  if (report.status === 'skipped') return [];
  return [{ name, obtained: report.status === 'completed' ? report.obtained : undefined }];
}
