import { distance, frameCorners, type Corners, type Raster } from './raster.ts';

// In a vm context, such as a test's, each look-up of a global costs more than the arithmetic of a pixel.
const { floor, max } = Math;

/** A 3×3 projective transformation, row by row, whose last element is 1. */
export type Homography = readonly number[];

/** The transformation that carries each corner of `from` to the same corner of `to`. */
export function solveHomography(from: Corners, to: Corners): Homography {
  const rows: number[][] = [];
  from.forEach(([x, y], index) => {
    const [u, v] = to[index] ?? [0, 0];
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  });
  return [...solveLinear(rows), 1];
}

/** Gauss–Jordan elimination with row pivoting; each row ends in its right-hand side. */
function solveLinear(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const pivot = pivotRow(rows, column);
    const divisor = pivot[column] ?? 0;
    if (Math.abs(divisor) < 1e-10) throw new RangeError('the corners do not span a quadrilateral');
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / divisor;
      for (let k = column; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}

function pivotRow(rows: number[][], column: number): number[] {
  let best = column;
  for (let r = column + 1; r < rows.length; r++) {
    if (Math.abs(rows[r]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = r;
  }
  const pivot = rows[best] ?? [];
  rows[best] = rows[column] ?? [];
  rows[column] = pivot;
  return pivot;
}

/**
 * Fills `width` × `height` pixels by looking each one up in the source through `toSource`, bilinearly.
 * What lies outside the source keeps 0 in every channel.
 */
export function warp(source: Raster, toSource: Homography, width: number, height: number): Raster {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = toSource;
  const { channels } = source;
  const data = new Uint8Array(width * height * channels);
  let target = 0;
  for (let y = 0; y < height; y++) {
    const py = y + 0.5;
    for (let x = 0; x < width; x++, target += channels) {
      const px = x + 0.5;
      const w = g * px + h * py + 1;
      sample(source, (a * px + b * py + c) / w - 0.5, (d * px + e * py + f) / w - 0.5, data, target);
    }
  }
  return { data, width, height, channels };
}

function sample(source: Raster, x: number, y: number, into: Uint8Array, at: number): void {
  const { data, width, height, channels } = source;
  if (!(x > -1 && y > -1 && x < width && y < height)) return;
  const left = max(0, floor(x));
  const top = max(0, floor(y));
  const fx = max(0, x - left);
  const fy = max(0, y - top);
  const right = left + 1 < width ? channels : 0;
  const below = top + 1 < height ? width * channels : 0;
  const first = (top * width + left) * channels;
  for (let k = 0; k < channels; k++) {
    const p = first + k;
    const upper = (data[p] ?? 0) * (1 - fx) + (data[p + right] ?? 0) * fx;
    const lower = (data[p + below] ?? 0) * (1 - fx) + (data[p + below + right] ?? 0) * fx;
    into[at + k] = upper * (1 - fy) + lower * fy + 0.5;
  }
}

/** Looks straight down on the quadrilateral: each side of the result is as long as the longer of its two edges. */
export function rectify(source: Raster, corners: Corners): Raster {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const width = Math.round(max(distance(topLeft, topRight), distance(bottomLeft, bottomRight)));
  const height = Math.round(max(distance(topLeft, bottomLeft), distance(topRight, bottomRight)));
  return warp(source, solveHomography(frameCorners({ width, height }), corners), width, height);
}
