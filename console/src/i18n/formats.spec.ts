import { describe, expect, it } from '@jest/globals';

import { formatBytes, formatDuration, formatRelative } from './formats.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [4.25, '4.3 ms'],
    [237, '237 ms'],
    [1_240, '1.24 s'],
    [90_000, '1.5 min'],
    [5_400_000, '1.5 h'],
  ])('%d ms are %s', (ms, text) => {
    expect(formatDuration(ms).replace('\u00a0', ' ')).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [999, '999 B'],
    [97_531, '98 kB'],
    [2_560_000, '2.6 MB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes).replace('\u00a0', ' ')).toBe(text);
  });
});

describe('formatRelative', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');

  it.each([
    ['2026-03-01T11:59:15Z', '45 seconds ago'],
    ['2026-03-01T09:30:00Z', '2 hours ago'],
    ['2026-03-02T13:00:00Z', 'tomorrow'],
  ])('%s is %s', (time, text) => {
    expect(formatRelative(time, now)).toBe(text);
  });

  it('is a date when it is long ago', () => {
    expect(formatRelative('2025-03-01T12:00:00Z', now)).toContain('2025');
  });
});
