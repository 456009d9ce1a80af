import { describe, expect, it } from '@jest/globals';
import { rectify, solveHomography, warp } from './homography.ts';
import { frameCorners, type Corners, type Raster } from './raster.ts';

const QUADRILATERAL: Corners = [
  [12, 8],
  [90, 14],
  [84, 70],
  [6, 60],
];

function carry(map: readonly number[], [x, y]: readonly [number, number]): [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = map;
  const w = g * x + h * y + 1;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

function gradient(width: number, height: number): Raster {
  const data = Uint8Array.from({ length: width * height }, (_, i) => 2 * (i % width) + Math.floor(i / width));
  return { data, width, height, channels: 1 };
}

describe('solveHomography', () => {
  it('carries each corner to its counterpart', () => {
    const frame = frameCorners({ width: 100, height: 60 });
    const map = solveHomography(frame, QUADRILATERAL);
    frame.forEach((corner, index) => {
      const [x, y] = carry(map, corner);
      expect(x).toBeCloseTo(QUADRILATERAL[index]![0], 6);
      expect(y).toBeCloseTo(QUADRILATERAL[index]![1], 6);
    });
  });

  it('refuses corners on one line', () => {
    const flat: Corners = [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ];
    expect(() => solveHomography(flat, QUADRILATERAL)).toThrow(RangeError);
  });
});

describe('warp', () => {
  it('gives the same pixels back for the identity', () => {
    const source = gradient(40, 30);
    expect(warp(source, [1, 0, 0, 0, 1, 0, 0, 0, 1], 40, 30)).toEqual(source);
  });

  it('leaves what lies outside of the source at zero', () => {
    const shifted = warp(gradient(40, 30), [1, 0, -50, 0, 1, 0, 0, 0, 1], 40, 30);
    expect(Math.max(...shifted.data)).toBe(0);
  });
});

describe('rectify', () => {
  it('is as large as the longer edges of the quadrilateral', () => {
    const { width, height } = rectify(gradient(100, 80), QUADRILATERAL);
    expect([width, height]).toEqual([79, 56]);
  });

  it('takes 2 megapixels in less than a second', () => {
    const picture = { data: new Uint8Array(1920 * 1080 * 3), width: 1920, height: 1080, channels: 3 };
    const started = performance.now();
    rectify(picture, frameCorners(picture));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
