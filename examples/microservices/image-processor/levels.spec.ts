import { describe, expect, it } from '@jest/globals';
import { stretchContrast, usedRange } from './levels.ts';
import { estimateNoise } from './noise.ts';
import type { Raster } from './raster.ts';

function grey(width: number, height: number, level: (x: number, y: number) => number): Raster {
  const data = Uint8Array.from({ length: width * height }, (_, i) => level(i % width, Math.floor(i / width)));
  return { data, width, height, channels: 1 };
}

describe('stretchContrast', () => {
  it('spreads a faded picture over the whole scale', () => {
    const faded = grey(100, 100, (x) => 120 + (x % 50));
    expect(usedRange(stretchContrast(faded))).toEqual({ low: 0, high: 255 });
  });

  it('leaves a picture of one level without an error', () => {
    expect(stretchContrast(grey(4, 4, () => 90)).data.length).toBe(16);
  });
});

describe('estimateNoise', () => {
  it('is zero on plain areas and straight edges', () => {
    expect(estimateNoise(grey(120, 80, (x) => (x < 60 ? 40 : 220)))).toBe(0);
  });

  it('measures the deviation of scattered noise', () => {
    let state = 1;
    // Park and Miller's generator; evenly spread over 40 levels, which is a standard deviation of 11.5.
    const next = (): number => (state = (state * 48271) % 2147483647) % 40;
    const noise = estimateNoise(grey(200, 200, () => 100 + next()));
    expect(noise).toBeGreaterThan(9);
    expect(noise).toBeLessThan(15);
  });
});
