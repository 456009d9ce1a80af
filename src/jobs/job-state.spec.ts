import { describe, expect, it } from '@jest/globals';

import {
  JOB_ACTIONS,
  JOB_STATES,
  type JobAction,
  type JobState,
  isFinal,
  nextState,
  statesBefore,
} from './job-state.js';

/** Every pair of a state and an action; what is not named cannot happen. */
const POSSIBLE: Readonly<Record<string, JobState>> = {
  'queued start': 'running',
  'queued fail': 'failed',
  'queued cancel': 'cancelled',
  'running start': 'running',
  'running give_back': 'queued',
  'running succeed': 'succeeded',
  'running fail': 'failed',
  'running cancel': 'cancelled',
  'failed retry': 'queued',
  'cancelled cancel': 'cancelled',
};

const PAIRS = JOB_STATES.flatMap((state) => JOB_ACTIONS.map((action) => [state, action] as const));

describe('nextState', () => {
  it.each(PAIRS)('%s, %s', (state, action) => {
    expect(nextState(state, action)).toBe(POSSIBLE[`${state} ${action}`]);
  });

  it('leads from everywhere to an end, and back only from a failure', () => {
    const reachable = (from: JobState, seen = new Set<JobState>([from])): Set<JobState> => {
      for (const action of JOB_ACTIONS) {
        const next = nextState(from, action);
        if (next && !seen.has(next)) reachable(next, seen.add(next));
      }
      return seen;
    };
    for (const state of JOB_STATES) expect([...reachable(state)].some(isFinal)).toBe(true);
    expect([...reachable('succeeded')]).toEqual(['succeeded']);
    expect([...reachable('cancelled')]).toEqual(['cancelled']);
    expect(reachable('failed').size).toBe(JOB_STATES.length);
  });
});

describe('statesBefore', () => {
  it.each(JOB_ACTIONS)('%s', (action: JobAction) => {
    const expected = JOB_STATES.filter((state) => `${state} ${action}` in POSSIBLE);
    expect(statesBefore(action)).toEqual(expected);
  });
});

describe('isFinal', () => {
  it('is what nothing but a repetition or a second cancellation can follow', () => {
    expect(JOB_STATES.filter(isFinal)).toEqual(['succeeded', 'failed', 'cancelled']);
  });
});
