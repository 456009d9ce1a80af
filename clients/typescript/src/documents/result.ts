import type { Phase, PhaseFailure } from '../jobs/job-event.ts';

/** What became of one phase. Times are seconds. */
export type PhaseReport<Output> =
  | {
      readonly status: 'completed';
      readonly processing_time: number;
      readonly cached?: true;
      readonly output: Output;
    }
  | { readonly status: 'failed'; readonly processing_time: number; readonly error: PhaseFailure }
  | { readonly status: 'skipped'; readonly processing_time: 0; readonly reason: string };

interface Modelled {
  readonly model_version: string;
}

export interface PhaseOutputs {
  readonly phase_1: Modelled & {
    /** Base64. */
    readonly corrected_image: string;
    readonly content_type: string;
    readonly width: number;
    readonly height: number;
    readonly confidence: number;
  };
  readonly phase_2: Modelled & { readonly embeddings: readonly number[]; readonly cluster_id: number | null };
  readonly phase_3: Modelled & { readonly predicted_class: string; readonly confidence: number };
  readonly phase_4: Modelled & {
    readonly text: string;
    readonly confidence: number;
    readonly language: string;
  };
  readonly phase_5: Modelled & { readonly structured_data: Readonly<Record<string, unknown>> };
}

/** What a document has become. */
export interface ProcessResult {
  readonly success: true;
  readonly processing_id: string;
  /** Of those that are optional, some may have failed. */
  readonly phases: { readonly [Name in Phase]: PhaseReport<PhaseOutputs[Name]> };
  /** Seconds. */
  readonly total_processing_time: number;
  readonly final_result: {
    readonly document_type: string;
    readonly extracted_data: Readonly<Record<string, unknown>>;
    readonly confidence_scores: Readonly<Record<string, unknown>>;
  };
}
