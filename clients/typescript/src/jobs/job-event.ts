import type { ErrorCode } from '../errors/error-code.ts';
import type { Job, JobState } from './job.ts';

/** The platform counts six phases and numbers five: classification is "phases 3-4". */
export type Phase = 'phase_1' | 'phase_2' | 'phase_3' | 'phase_4' | 'phase_5';

export interface PhaseFailure {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly retryable: boolean;
}

interface Common {
  /** 1, 2, 3 … of its job. */
  readonly id: number;
  /** RFC 3339. */
  readonly at: string;
  /** After it. */
  readonly state: JobState;
  /** After it, percent. */
  readonly progress: number;
}

export interface QueuedEvent extends Common {
  readonly type: 'queued';
  readonly attempts: number;
  readonly available_at: string;
  /** Why it is queued again. */
  readonly reason?: { readonly code: ErrorCode; readonly detail: string };
}

export interface StartedEvent extends Common {
  readonly type: 'started';
  readonly attempt: number;
  readonly waited_ms: number;
}

export interface PhaseEvent extends Common {
  readonly type: 'phase';
  readonly phase: Phase;
  readonly status: 'running' | 'completed' | 'failed' | 'skipped';
  /** Of one that is completed or has failed. */
  readonly ms?: number;
  /** `hit`: its result was known already. */
  readonly verdict?: string;
  readonly error?: PhaseFailure;
  /** Of one that was skipped. */
  readonly reason?: string;
}

export interface SucceededEvent extends Common {
  readonly type: 'succeeded';
  readonly ms: number;
}

export interface FailedEvent extends Common {
  readonly type: 'failed';
  readonly error: NonNullable<Job['error']>;
}

export interface CancelledEvent extends Common {
  readonly type: 'cancelled';
}

/** What has happened to a job. */
export type JobEvent =
  QueuedEvent | StartedEvent | PhaseEvent | SucceededEvent | FailedEvent | CancelledEvent;
