import { describe, expect, it } from '@jest/globals';

import { advance, type JobEvent, NOTHING_YET } from './progress.ts';

const at = (second: number): string => new Date(second * 1000).toISOString();

const HISTORY: readonly JobEvent[] = [
  { type: 'queued', at: at(1), state: 'queued', progress: 0 },
  { type: 'started', at: at(2), state: 'running', progress: 0 },
  { type: 'phase', at: at(3), state: 'running', progress: 0, phase: 'phase_1', status: 'running' },
  {
    type: 'phase',
    at: at(5),
    state: 'running',
    progress: 20,
    phase: 'phase_1',
    status: 'completed',
    verdict: 'miss',
  },
  { type: 'phase', at: at(5), state: 'running', progress: 20, phase: 'phase_2', status: 'running' },
  { type: 'phase', at: at(5), state: 'running', progress: 40, phase: 'phase_3', status: 'skipped' },
];

describe('advance', () => {
  it('knows of each phase when it began and ended', () => {
    const { phases, ...job } = HISTORY.reduce(advance, NOTHING_YET);
    expect(job).toMatchObject({ state: 'running', percent: 40, queuedAt: 1_000, startedAt: 2_000 });
    expect(phases.phase_1).toMatchObject({
      status: 'completed',
      startedAt: 3_000,
      endedAt: 5_000,
      verdict: 'miss',
    });
    expect(phases.phase_2).toMatchObject({ status: 'running', startedAt: 5_000, endedAt: undefined });
    expect(phases.phase_3).toMatchObject({ status: 'skipped', startedAt: undefined });
    expect(phases.phase_4.status).toBe('waiting');
  });

  it('a further attempt begins its phases anew, and has waited since the first', () => {
    const again: JobEvent[] = [
      { type: 'queued', at: at(6), state: 'queued', progress: 20 },
      { type: 'started', at: at(9), state: 'running', progress: 20 },
    ];
    const progress = [...HISTORY, ...again].reduce(advance, NOTHING_YET);
    expect(progress.queuedAt).toBe(1_000);
    expect(progress.phases.phase_1.status).toBe('waiting');
  });

  it('a final event tells when and why', () => {
    const error = { code: 'UPSTREAM_TIMEOUT', status: 504, title: 't', detail: 'd', retryable: true };
    const event: JobEvent = { type: 'failed', at: at(8), state: 'failed', progress: 40, error };
    expect(advance(HISTORY.reduce(advance, NOTHING_YET), event)).toMatchObject({
      state: 'failed',
      endedAt: 8_000,
      error,
    });
  });
});
