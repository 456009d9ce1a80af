export type FieldValue = string | number | boolean | null;

interface Report<Output> {
  readonly status: 'completed' | 'failed' | 'skipped';
  readonly processing_time: number;
  readonly cached?: boolean;
  /** Of a completed phase. */
  readonly output?: Output;
}

/** What `POST /process` answers; a phase that failed or was skipped has no output. */
export interface Result {
  readonly processing_id: string;
  readonly phases: {
    readonly phase_1: Report<{
      readonly corrected_image: string;
      readonly content_type: string;
      readonly width?: number;
      readonly height?: number;
    }>;
    readonly phase_3: Report<{ readonly predicted_class: string; readonly confidence: number }>;
    readonly phase_4: Report<{
      readonly text: string;
      readonly confidence: number;
      readonly language: string;
    }>;
  };
  readonly total_processing_time: number;
  readonly final_result: {
    readonly document_type: string;
    readonly extracted_data: Readonly<Record<string, unknown>>;
    readonly confidence_scores: Readonly<Record<string, number>>;
  };
}

export interface ExtractedField {
  readonly name: string;
  readonly value: unknown;
  /** Undefined: the microservice did not say. */
  readonly confidence: number | undefined;
}

export function fieldsOf({
  final_result: { extracted_data: data, confidence_scores: scores },
}: Result): ExtractedField[] {
  return Object.entries(data).map(([name, value]) => ({ name, value, confidence: scores[name] }));
}

/** The seed's policy for content allows no other source of a picture that was made here. */
export function imageSource({ phases }: Result): string | undefined {
  const { output } = phases.phase_1;
  return output && `data:${output.content_type};base64,${output.corrected_image}`;
}
