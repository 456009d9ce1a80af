import { describe, expect, it } from '@jest/globals';

import { type Figures, IRIS_PROXIED, RAW_NODE, type Row } from './figures.ts';
import { type Verdict, judge } from './targets.ts';

function row(name: string, part: Partial<Row>): Row {
  const base = {
    does: '',
    requestsPerSecond: 1000,
    spread: 0,
    cpuMicroseconds: 100,
    coreShare: 1,
    failures: 0,
  };
  return { name, ...base, ...part };
}

function verdict(work: RegExp, figures: Figures): Pick<Verdict, 'measured' | 'isReached'> {
  const found = judge(figures).find(({ target }) => work.test(target.work));
  if (!found) throw new Error(`no target is about ${work.source}`);
  return { measured: found.measured, isReached: found.isReached };
}

describe('judge', () => {
  it('measures nothing in a run without figures', () => {
    expect(judge({}).every(({ isReached }) => isReached === undefined)).toBe(true);
  });

  it.each([
    ['at the limit', 250, true],
    ['above it', 251, false],
  ])('compares CPU times with raw Node: %s', (_where, cpuMicroseconds, isReached) => {
    const rows = [row(RAW_NODE, {}), row(IRIS_PROXIED, { cpuMicroseconds })];
    expect(verdict(/every policy on/, { rows })).toEqual({ measured: cpuMicroseconds / 100, isReached });
  });

  it('asks of a peer how much more it costs', () => {
    const rows = [row('Fastify', { cpuMicroseconds: 90 }), row(IRIS_PROXIED, {})];
    expect(verdict(/Fastify/, { rows })).toEqual({ measured: 0.9, isReached: false });
  });

  it('compares rates where CPU time cannot be read', () => {
    const rows = [
      row(RAW_NODE, { cpuMicroseconds: undefined, requestsPerSecond: 20_000 }),
      row(IRIS_PROXIED, { cpuMicroseconds: undefined, requestsPerSecond: 10_000 }),
    ];
    expect(verdict(/every policy on/, { rows })).toEqual({ measured: 2, isReached: true });
  });

  it('takes no gateway for fast whose answers fail', () => {
    const rows = [row(RAW_NODE, {}), row(IRIS_PROXIED, { cpuMicroseconds: 1, failures: 1 })];
    expect(verdict(/every policy on/, { rows })).toEqual({ measured: undefined, isReached: undefined });
  });

  it('compares uploads with nginx', () => {
    const at = (megabytesPerSecond: number) => ({ megabytesPerSecond, cpuMillisecondsPerMegabyte: 1 });
    const uploads = { IRIS: at(80), nginx: at(100) };
    expect(verdict(/upload of 20 MB: speed/, { uploads })).toEqual({ measured: 0.8, isReached: true });
  });
});
