export type JobState = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';

export interface JobError {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly phase?: string;
}

/** `GET /jobs/{id}`, as far as it is looked at here. */
export interface Job {
  readonly id: string;
  readonly processing_id: string;
  readonly state: JobState;
  readonly phase: string | null;
  readonly progress: number;
  readonly position: number | null;
  readonly file_name: string | null;
  readonly document_type: string;
  readonly error: JobError | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}

export interface JobPage {
  readonly items: readonly Job[];
  readonly next_cursor: string | null;
}

/** What is known after a change of a job. */
export interface JobEvent {
  readonly type: string;
  readonly state: JobState;
  readonly progress: number;
  /** Of type `phase`. */
  readonly phase?: string;
  /** Of the phase. */
  readonly status?: string;
  /** Why it is queued again. */
  readonly reason?: { readonly code: string };
}

/** `GET /results/{processing_id}`, as far as it is looked at here. */
export interface ProcessResult {
  readonly phases: Readonly<Record<string, { readonly status: string; readonly error?: JobError }>>;
  readonly final_result: {
    readonly document_type: string;
    readonly extracted_data: Readonly<Record<string, unknown>>;
    readonly confidence_scores: Readonly<Record<string, unknown>>;
  };
}

export function isFinal(state: JobState): boolean {
  return state !== 'queued' && state !== 'running';
}
