import { type JobError, type JobState, type Phase, PHASES } from './job.ts';

export type PhaseStatus = 'waiting' | 'running' | 'completed' | 'failed' | 'skipped';

/** Times are milliseconds since the epoch, by the gateway's clock. */
export interface PhaseProgress {
  readonly status: PhaseStatus;
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  /** How the cache was of use: `hit`, `miss`, … */
  readonly verdict?: string | undefined;
  readonly error?: { readonly code: string; readonly detail: string } | undefined;
}

export interface Progress {
  readonly state: JobState;
  readonly percent: number;
  readonly queuedAt?: number | undefined;
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly error?: JobError | undefined;
  readonly phases: Readonly<Record<Phase, PhaseProgress>>;
}

/** One line of a job's history, as the gateway tells it. */
export interface JobEvent {
  readonly type: string;
  readonly at: string;
  readonly state: JobState;
  readonly progress: number;
  readonly phase?: Phase;
  readonly status?: Exclude<PhaseStatus, 'waiting'>;
  readonly verdict?: string;
  readonly error?: JobError;
}

const WAITING: PhaseProgress = { status: 'waiting' };

export const NOTHING_YET: Progress = {
  state: 'queued',
  percent: 0,
  phases: Object.fromEntries(PHASES.map((phase) => [phase, WAITING])) as Record<Phase, PhaseProgress>,
};

/** What is known after one more event. */
export function advance(before: Progress, event: JobEvent): Progress {
  const at = Date.parse(event.at);
  const after = { ...before, state: event.state, percent: event.progress };
  switch (event.type) {
    case 'queued':
      return { ...after, queuedAt: before.queuedAt ?? at };
    case 'started':
      // A further attempt begins anew, but for what the cache remembers.
      return { ...after, startedAt: before.startedAt ?? at, phases: NOTHING_YET.phases };
    case 'phase':
      return { ...after, phases: advancePhases(before.phases, event, at) };
    default:
      return { ...after, endedAt: at, error: event.error };
  }
}

function advancePhases(before: Progress['phases'], event: JobEvent, at: number): Progress['phases'] {
  const { phase, status, verdict, error } = event;
  if (!phase || !status) return before;
  const isRunning = status === 'running';
  const startedAt = isRunning ? at : before[phase].startedAt;
  return { ...before, [phase]: { status, startedAt, endedAt: isRunning ? undefined : at, verdict, error } };
}
