import { describe, expect, it } from '@jest/globals';
import { detectCorners, TRUSTED_CORNERS } from './corners.ts';
import { polygonArea, type Corners, type Raster } from './raster.ts';

const SHEET: Corners = [
  [70, 50],
  [410, 32],
  [436, 290],
  [44, 270],
];

/** A surface whose light falls off to the right, with a sheet of paper if one is given. */
function scene(sheet: Corners | null, paper = 220, surface = 70): Raster {
  const [width, height] = [480, 330];
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [i % width, Math.floor(i / width)];
    const light = 1 - (0.3 * x) / width;
    const level = (sheet && covers(sheet, x, y) ? paper : surface) * light + ((x * 7 + y * 13) % 5);
    data.fill(level, i * 3, i * 3 + 3);
  }
  return { data, width, height, channels: 3 };
}

function covers(sheet: Corners, x: number, y: number): boolean {
  return sheet.every((corner, index) => polygonArea([corner, sheet[(index + 1) % 4]!, [x, y]]) >= 0);
}

describe('detectCorners', () => {
  it.each([
    ['light paper on a dark table', 220, 70],
    ['dark card on a light table', 60, 200],
    ['little contrast', 235, 205],
  ])('finds %s to within a pixel and a half', (_, paper, surface) => {
    const { corners, confidence } = detectCorners(scene(SHEET, paper, surface));
    expect(confidence).toBeGreaterThan(0.9);
    corners.forEach(([x, y], index) => {
      expect(Math.hypot(x - SHEET[index]![0], y - SHEET[index]![1])).toBeLessThan(1.5);
    });
  });

  it('answers the whole frame with no confidence when there is no sheet', () => {
    const { corners, confidence } = detectCorners(scene(null));
    expect(confidence).toBeLessThan(TRUSTED_CORNERS);
    expect(polygonArea(corners)).toBe(480 * 330);
  });

  it('does not take a triangle for a document', () => {
    const triangle: Corners = [
      [60, 40],
      [420, 40],
      [240, 300],
      [239, 300],
    ];
    expect(detectCorners(scene(triangle)).confidence).toBeLessThan(TRUSTED_CORNERS);
  });

  it.each([
    [1, 1],
    [3, 2],
    [480, 1],
  ])('survives a picture of %i × %i', (width, height) => {
    const picture = { data: new Uint8Array(width * height * 3), width, height, channels: 3 };
    expect(detectCorners(picture).confidence).toBe(0);
  });
});
