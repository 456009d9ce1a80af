import { describe, expect, it } from '@jest/globals';

import { GROUPS_PER_WINDOW, WindowRows } from './window-rows.js';

const WINDOW_MS = 8_000;

describe('WindowRows', () => {
  /** Takes one unit every `stepMs` and forgets nothing of it, so that it can be compared. */
  function takeSteadily(stepMs: number, steps: number, start = 0): void {
    const rows = new WindowRows();
    const [before, row, after] = [rows.add(), rows.add(), rows.add()];
    for (const neighbour of [before, after]) rows.take(neighbour, start, WINDOW_MS, 7);
    const taken: number[] = [];
    for (let step = 0; step < steps; step += 1) {
      const time = start + step * stepMs;
      const used = rows.used(row, time >>> 0, WINDOW_MS);
      const exact = taken.filter((at) => time - at < WINDOW_MS).length;
      const late = taken.filter((at) => time - at < WINDOW_MS * (1 + 1 / GROUPS_PER_WINDOW)).length;
      expect(used).toBeGreaterThanOrEqual(exact);
      expect(used).toBeLessThanOrEqual(late);
      rows.take(row, time >>> 0, WINDOW_MS, 1);
      taken.push(time);
    }
    for (const neighbour of [before, after]) expect(rows.used(neighbour, start, WINDOW_MS)).toBe(7);
  }

  it.each([1, 7, 500, 999, 1_000, 1_001, 1_500, 7_999, 8_000, 8_001, 20_000])(
    'one unit every %d ms › counts all of a window, and nothing that is an eighth of a window older',
    (stepMs) => {
      takeSteadily(stepMs, 300);
    },
  );

  it('counts on when its clock begins again, after 49 days', () => {
    takeSteadily(500, 300, 2 ** 32 - 20_000);
  });

  it('counts more than 16 bits of units', () => {
    const rows = new WindowRows();
    const row = rows.add();
    rows.take(row, 0, WINDOW_MS, 999_999_999);
    expect(rows.used(row, 1, WINDOW_MS)).toBe(999_999_999);
  });

  it('copies a row from one block to another', () => {
    const [from, to] = [new WindowRows(), new WindowRows()];
    for (let n = 0; n < 3_000; n += 1) from.take(from.add(), n, WINDOW_MS, n);
    for (let n = 0; n < 3_000; n += 1) expect(to.addCopy(from, n)).toBe(n);
    for (let n = 0; n < 3_000; n += 1) expect(to.used(n, n + 1, WINDOW_MS)).toBe(n);
  });
});
