/** Where a job is. The last three are final, but for an administrator who has a failed one done again. */
export const JOB_STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/**
 * What happens to a job.
 *
 * - `start`: a worker takes it; also one that was running, when the worker that had it is gone
 * - `give_back`: it did not get to its end and waits for another attempt
 * - `retry`: an administrator wants a failed one done again
 */
export const JOB_ACTIONS = ['start', 'give_back', 'succeed', 'fail', 'cancel', 'retry'] as const;
export type JobAction = (typeof JOB_ACTIONS)[number];

const TRANSITIONS: Readonly<Record<JobState, Readonly<Partial<Record<JobAction, JobState>>>>> = {
  queued: { start: 'running', fail: 'failed', cancel: 'cancelled' },
  running: {
    start: 'running',
    give_back: 'queued',
    succeed: 'succeeded',
    fail: 'failed',
    cancel: 'cancelled',
  },
  succeeded: {},
  failed: { retry: 'queued' },
  cancelled: { cancel: 'cancelled' },
};

/** @returns undefined when this cannot happen to a job in that state */
export function nextState(state: JobState, action: JobAction): JobState | undefined {
  return TRANSITIONS[state][action];
}

/** The states in which this can happen to a job, for the condition of an update. */
export function statesBefore(action: JobAction): JobState[] {
  return JOB_STATES.filter((state) => nextState(state, action) !== undefined);
}

export function isFinal(state: JobState): boolean {
  return state !== 'queued' && state !== 'running';
}
