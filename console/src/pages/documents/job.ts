export const JOB_STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** The platform counts six phases, but its clients know these five keys. */
export const PHASES = ['phase_1', 'phase_2', 'phase_3', 'phase_4', 'phase_5'] as const;
export type Phase = (typeof PHASES)[number];

export const DOCUMENT_TYPES = ['auto', 'cedula_identidad', 'ficha_residencia', 'pasaporte'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface JobError {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly retryable: boolean;
  readonly phase?: string;
}

export interface Job {
  readonly id: string;
  readonly processing_id: string;
  readonly state: JobState;
  readonly phase: string | null;
  readonly progress: number;
  readonly position: number | null;
  readonly attempts: number;
  readonly file_name: string | null;
  readonly document_sha256: string;
  readonly document_bytes: number;
  readonly document_type: string;
  readonly error: JobError | null;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
  readonly expires_at: string | null;
}

export interface JobPage {
  readonly items: readonly Job[];
  readonly next_cursor: string | null;
}

export function isFinal(state: JobState): boolean {
  return state !== 'queued' && state !== 'running';
}
