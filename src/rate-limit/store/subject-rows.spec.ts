import { describe, expect, it } from '@jest/globals';

import { SubjectRows } from './subject-rows.js';

const WINDOW_MS = 1_000;

describe('SubjectRows', () => {
  const take = (subjects: SubjectRows, subject: string): void => {
    const row = subjects.rowOf(subject);
    subjects.rows.take(row, 0, WINDOW_MS, 1);
  };
  const used = (subjects: SubjectRows, subject: string): number => {
    const row = subjects.rowOf(subject);
    return subjects.rows.used(row, 0, WINDOW_MS);
  };

  it('forgets those used least recently when there are too many, and keeps those in use', () => {
    const subjects = new SubjectRows(100);
    take(subjects, 'quiet');
    for (let n = 0; n < 1_000; n += 1) {
      take(subjects, `stranger-${n}`);
      if (n % 10 === 0) take(subjects, 'busy');
    }
    expect(used(subjects, 'busy')).toBe(100);
    expect(used(subjects, 'stranger-999')).toBe(1);
    expect(used(subjects, 'quiet')).toBe(0);
  });
});
