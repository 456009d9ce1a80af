import type { Job, JobEvent, JobState, Phase, PhaseEvent, PhaseFailure, QueuedEvent } from '@iris/client';

import { PHASES } from './job.ts';

/** `stopped`: the job has ended under it. */
export type PhaseStatus = 'waiting' | 'stopped' | PhaseEvent['status'];

/** Times are milliseconds since the epoch, by the gateway's clock. */
export interface PhaseProgress {
  readonly status: PhaseStatus;
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  /** How the cache was of use: `hit`, `miss`, … */
  readonly verdict?: string | undefined;
  readonly error?: PhaseFailure | undefined;
}

export interface Progress {
  readonly state: JobState;
  readonly percent: number;
  readonly queuedAt?: number | undefined;
  readonly startedAt?: number | undefined;
  readonly endedAt?: number | undefined;
  readonly error?: NonNullable<Job['error']> | undefined;
  /** It is queued once more: from when on, and why. */
  readonly again?: { readonly at: string; readonly reason: string } | undefined;
  readonly phases: Readonly<Record<Phase, PhaseProgress>>;
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
    // A further attempt begins anew, but for what the cache remembers.
    case 'queued':
      return { ...after, queuedAt: before.queuedAt ?? at, again: againOf(event), phases: NOTHING_YET.phases };
    case 'started':
      return { ...after, startedAt: before.startedAt ?? at, again: undefined, phases: NOTHING_YET.phases };
    case 'phase':
      return { ...after, phases: advancePhases(before.phases, event, at) };
    case 'failed':
      return { ...after, endedAt: at, error: event.error, phases: ended(before.phases, at) };
    case 'succeeded':
    case 'cancelled':
      return { ...after, endedAt: at, phases: ended(before.phases, at) };
  }
}

function againOf({ available_at: at, reason }: QueuedEvent): Progress['again'] {
  return reason && { at, reason: reason.detail };
}

function advancePhases(before: Progress['phases'], event: PhaseEvent, at: number): Progress['phases'] {
  const { phase, status, verdict, error } = event;
  const isRunning = status === 'running';
  const startedAt = isRunning ? at : before[phase].startedAt;
  return { ...before, [phase]: { status, startedAt, endedAt: isRunning ? undefined : at, verdict, error } };
}

/** What goes on no more, and what is not to come any more. */
function ended(phases: Progress['phases'], at: number): Progress['phases'] {
  const entries = Object.entries(phases).map(([phase, progress]): [string, PhaseProgress] => {
    if (progress.status === 'running') return [phase, { ...progress, status: 'stopped', endedAt: at }];
    return [phase, progress.status === 'waiting' ? { status: 'skipped' } : progress];
  });
  return Object.fromEntries(entries) as Record<Phase, PhaseProgress>;
}
