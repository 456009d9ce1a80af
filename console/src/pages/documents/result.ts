import type { PhaseReport, ProcessResult } from '@iris/client';

export interface ExtractedField {
  readonly name: string;
  readonly value: unknown;
  /** Undefined: the microservice did not say. */
  readonly confidence: number | undefined;
}

export function fieldsOf({
  final_result: { extracted_data: data, confidence_scores: scores },
}: ProcessResult): ExtractedField[] {
  return Object.entries(data).map(([name, value]) => ({ name, value, confidence: numberOr(scores[name]) }));
}

function numberOr(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The seed's policy for content allows no other source of a picture that was made here. */
export function imageSource({ phases }: ProcessResult): string | undefined {
  const output = outputOf(phases.phase_1);
  return output && `data:${output.content_type};base64,${output.corrected_image}`;
}

/** Undefined: the phase has failed, or was skipped. */
export function outputOf<Output>(phase: PhaseReport<Output>): Output | undefined {
  return phase.status === 'completed' ? phase.output : undefined;
}
