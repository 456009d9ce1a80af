import { describe, expect, it } from '@jest/globals';

import type { JobEvent, Phase, PhaseEvent } from '@iris/client';

import { advance, NOTHING_YET } from './progress.ts';

const at = (second: number): string => new Date(second * 1000).toISOString();

const queued = (second: number, progress: number): JobEvent => ({
  ...{ type: 'queued', id: second, at: at(second), state: 'queued', progress },
  ...{ attempts: 0, available_at: at(second) },
});

const started = (second: number, progress: number): JobEvent => ({
  ...{ type: 'started', id: second, at: at(second), state: 'running', progress, attempt: 1, waited_ms: 0 },
});

const phase = (second: number, name: Phase, status: PhaseEvent['status'], verdict = 'miss'): JobEvent => ({
  ...{ type: 'phase', id: second, at: at(second), state: 'running', progress: 40 },
  ...{ phase: name, status, verdict },
});

const HISTORY: readonly JobEvent[] = [
  queued(1, 0),
  started(2, 0),
  phase(3, 'phase_1', 'running'),
  phase(5, 'phase_1', 'completed', 'hit'),
  phase(5, 'phase_2', 'running'),
  phase(5, 'phase_3', 'skipped'),
];

describe('advance', () => {
  it('knows of each phase when it began and ended', () => {
    const { phases, ...job } = HISTORY.reduce(advance, NOTHING_YET);
    expect(job).toMatchObject({ state: 'running', percent: 40, queuedAt: 1_000, startedAt: 2_000 });
    expect(phases.phase_1).toMatchObject({
      status: 'completed',
      startedAt: 3_000,
      endedAt: 5_000,
      verdict: 'hit',
    });
    expect(phases.phase_2).toMatchObject({ status: 'running', startedAt: 5_000, endedAt: undefined });
    expect(phases.phase_3).toMatchObject({ status: 'skipped', startedAt: undefined });
    expect(phases.phase_4.status).toBe('waiting');
  });

  it('a further attempt begins its phases anew, and has waited since the first', () => {
    const again = [queued(6, 20), started(9, 20)];
    const progress = [...HISTORY, ...again].reduce(advance, NOTHING_YET);
    expect(progress.queuedAt).toBe(1_000);
    expect(progress.phases.phase_1.status).toBe('waiting');
  });

  it('what is queued again says until when and why', () => {
    const reason = { code: 'UPSTREAM_BREAKER_OPEN', detail: 'ocr_extractor is isolated' } as const;
    const again = { ...queued(6, 20), reason } as JobEvent;
    const progress = advance(HISTORY.reduce(advance, NOTHING_YET), again);
    expect(progress.again).toEqual({ at: at(6), reason: reason.detail });
    expect(progress.phases.phase_2.status).toBe('waiting');
    expect(advance(progress, started(9, 20)).again).toBeUndefined();
  });

  it('a final event tells when and why', () => {
    const error = { code: 'UPSTREAM_TIMEOUT', status: 504, title: 't', detail: 'd', retryable: true };
    const event: JobEvent = { type: 'failed', id: 9, at: at(8), state: 'failed', progress: 40, error };
    expect(advance(HISTORY.reduce(advance, NOTHING_YET), event)).toMatchObject({
      state: 'failed',
      endedAt: 8_000,
      error,
    });
  });

  it('what was under way at the end has stopped, and what was to come does not', () => {
    const event: JobEvent = { type: 'cancelled', id: 9, at: at(8), state: 'cancelled', progress: 40 };
    const { phases } = advance(HISTORY.reduce(advance, NOTHING_YET), event);
    expect(phases.phase_1.status).toBe('completed');
    expect(phases.phase_2).toMatchObject({ status: 'stopped', endedAt: 8_000 });
    expect(phases.phase_4.status).toBe('skipped');
  });
});
