import { describe, expect, it, jest } from '@jest/globals';

import { NotCachedError, type Obtained } from '../cache/index.js';
import { ClientClosedRequestError, PayloadTooLargeError } from '../common/errors/index.js';
import { DeadlineExceededError } from '../proxy/index.js';
import { PHASES, PhaseBoard } from './phase-board.js';

const obtained: Obtained = {
  result: { modelVersion: '1', facts: {}, output: Buffer.from('{"a":"AAAA"}'), details: Buffer.from('{}') },
  verdict: 'miss',
  isStored: true,
  ageSeconds: 0,
  ttlSeconds: 60,
};

function failing(error: Error): () => Promise<never> {
  return () => Promise.reject(error);
}

describe('PhaseBoard', () => {
  it('begins with phases that were not reached', () => {
    const { reports } = new PhaseBoard();
    expect(Object.keys(reports)).toEqual([...PHASES]);
    for (const report of Object.values(reports)) {
      expect(report).toEqual({ status: 'skipped', processing_time: 0, reason: 'not reached' });
    }
  });

  it('keeps the result and the seconds of a phase', async () => {
    const clock = jest.spyOn(performance, 'now').mockReturnValueOnce(1000).mockReturnValueOnce(2234.4);
    const board = new PhaseBoard();
    const result = await board.run('phase_1', () => Promise.resolve(obtained));
    clock.mockRestore();
    expect(result).toBe(obtained.result);
    expect(board.reports.phase_1).toEqual({ status: 'completed', processing_time: 1.234, obtained });
  });

  it('calls a phase unfinished while it runs', async () => {
    const board = new PhaseBoard();
    const held = Promise.withResolvers<Obtained>();
    const run = board.run('phase_4', () => held.promise);
    expect(board.reports.phase_4).toMatchObject({
      status: 'skipped',
      reason: 'ended before it was finished',
    });
    held.resolve(obtained);
    await run;
    expect(board.reports.phase_4.status).toBe('completed');
  });

  it('skips with a reason', () => {
    const board = new PhaseBoard();
    board.skip('phase_3', 'document_type was given');
    expect(board.reports.phase_3).toEqual({
      status: 'skipped',
      processing_time: 0,
      reason: 'document_type was given',
    });
  });
});

describe('PhaseBoard › a failure', () => {
  it('of a required phase is reported and thrown with its phase', async () => {
    const board = new PhaseBoard();
    const error = new PayloadTooLargeError(1, 2);
    await expect(board.run('phase_4', failing(error))).rejects.toBe(error);
    expect(error.extensions.phase).toBe('phase_4');
    expect(board.reports.phase_4).toEqual({
      status: 'failed',
      processing_time: expect.any(Number),
      error: { code: 'PAYLOAD_TOO_LARGE', detail: error.message, retryable: false },
    });
  });

  it('of an optional phase is reported only', async () => {
    const board = new PhaseBoard();
    await expect(board.attempt('phase_2', failing(new PayloadTooLargeError(1, 2)))).resolves.toBe(undefined);
    expect(board.reports.phase_2.status).toBe('failed');
  });

  it('that nobody foresaw is reported without its text', async () => {
    const board = new PhaseBoard();
    await board.attempt('phase_2', failing(new Error('connect 10.0.0.7:5432')));
    expect(board.reports.phase_2).toMatchObject({ error: { code: 'INTERNAL_ERROR' } });
    expect(JSON.stringify(board.reports)).not.toContain('10.0.0.7');
  });

  it.each([
    ['the client’s hang-up', new ClientClosedRequestError()],
    ['the end of the time', new DeadlineExceededError('ml_embeddings')],
    ['the wish for a cached answer only', new NotCachedError()],
  ])('that is %s is thrown even from an optional phase', async (_what, error) => {
    const board = new PhaseBoard();
    await expect(board.attempt('phase_2', failing(error))).rejects.toBe(error);
    expect(board.reports.phase_2.status).toBe('failed');
  });
});

describe('PhaseBoard › a failure that names another phase', () => {
  it('is thrown as it is, also from an optional phase, which was not done then', async () => {
    const board = new PhaseBoard();
    const error = new PayloadTooLargeError(1, 2).annotate({ phase: 'phase_4' });
    await expect(board.attempt('phase_1', failing(error))).rejects.toBe(error);
    expect(error.extensions.phase).toBe('phase_4');
    expect(board.reports.phase_1.status).toBe('skipped');
  });
});

describe('PhaseBoard › summary', () => {
  it('has every phase and no output, and does not change any more', async () => {
    const board = new PhaseBoard();
    await board.run('phase_1', () => Promise.resolve(obtained));
    await board.attempt('phase_2', failing(new PayloadTooLargeError(1, 2)));
    const summary = board.summary();
    board.skip('phase_3', 'later');
    expect(Object.entries(summary).map(([phase, { status }]) => [phase, status])).toEqual([
      ['phase_1', 'completed'],
      ['phase_2', 'failed'],
      ['phase_3', 'skipped'],
      ['phase_4', 'skipped'],
      ['phase_5', 'skipped'],
    ]);
    expect(JSON.stringify(summary)).not.toMatch(/AAAA|obtained|later/);
  });
});
