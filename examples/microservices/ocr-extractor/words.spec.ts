import { describe, expect, it } from '@jest/globals';
import { boundsOf, dropUncertain, meanConfidence, textOf, toOriginalPixels, type Lines } from './words.ts';

const LINES: Lines = [
  [
    { text: 'RUN', confidence: 0.9, box: [10, 20, 40, 10] },
    { text: '|', confidence: 0.1, box: [60, 20, 2, 10] },
  ],
  [{ text: '~', confidence: 0.2, box: [10, 50, 4, 4] }],
];

describe('dropUncertain', () => {
  it('drops the words below the threshold and the lines without words', () => {
    expect(textOf(dropUncertain(LINES, 0.3))).toBe('RUN');
    expect(textOf(dropUncertain(LINES, 0))).toBe('RUN |\n~');
  });
});

describe('meanConfidence', () => {
  it('weighs words by their length', () => {
    expect(meanConfidence(LINES)).toBe(0.6);
  });

  it('is zero for an empty page', () => {
    expect(meanConfidence([])).toBe(0);
  });
});

describe('toOriginalPixels', () => {
  const page = { width: 200, height: 100, scale: 2 };

  it('undoes the enlargement', () => {
    expect(toOriginalPixels(LINES, { ...page, upsideDown: false })[0]?.[0]?.box).toEqual([5, 10, 20, 5]);
  });

  it('undoes the half turn', () => {
    expect(toOriginalPixels(LINES, { ...page, upsideDown: true })[0]?.[0]?.box).toEqual([75, 35, 20, 5]);
  });
});

describe('boundsOf', () => {
  it('encloses all words', () => {
    expect(boundsOf(LINES.flat())).toEqual([10, 20, 52, 34]);
  });
});
