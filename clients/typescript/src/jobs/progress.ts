import type { Job, JobState } from './job.ts';
import type { JobEvent, Phase, PhaseEvent, PhaseFailure } from './job-event.ts';

export interface PhaseProgress {
  readonly status: PhaseEvent['status'];
  /** How long it took. */
  readonly ms: number | undefined;
  /** Its result was known already. */
  readonly isCached: boolean;
  readonly error: PhaseFailure | undefined;
}

/** How far a document has got. */
export interface Progress {
  /** `sending`: it is not accepted yet. */
  readonly state: 'sending' | JobState;
  /** Percent. */
  readonly progress: number;
  /** The phase that began last. */
  readonly phase: Phase | undefined;
  /** Those that have begun, in the attempt that is under way. */
  readonly phases: Readonly<Partial<Record<Phase, PhaseProgress>>>;
  /** As it was when last looked at: when it was accepted, and when it was finished. */
  readonly job: Job | undefined;
  /** What has just happened. */
  readonly event: JobEvent | undefined;
}

export const SENDING: Progress = {
  state: 'sending',
  progress: 0,
  phase: undefined,
  phases: {},
  job: undefined,
  event: undefined,
};

export function progressOf(job: Job, before: Progress = SENDING): Progress {
  const { state, progress } = job;
  const phase = (job.phase as Phase | null) ?? undefined;
  return { ...before, state, progress, phase, job, event: undefined };
}

export function progressAfter(event: JobEvent, before: Progress): Progress {
  const { state, progress } = event;
  const after = { ...before, state, progress, event };
  if (event.type === 'phase') return withPhase(event, after);
  // What was done already is told once more.
  return event.type === 'queued' || event.type === 'started'
    ? { ...after, phase: undefined, phases: {} }
    : after;
}

function withPhase({ phase, status, ms, verdict, error }: PhaseEvent, before: Progress): Progress {
  const reported = { status, ms, isCached: verdict === 'hit', error };
  const phases = { ...before.phases, [phase]: reported };
  // They run side by side: the one that began last stays, also when another one ends.
  return { ...before, phase: status === 'running' ? phase : before.phase, phases };
}
