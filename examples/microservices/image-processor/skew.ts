import { otsuThreshold } from './blob.ts';
import type { Raster } from './raster.ts';

// In a vm context, such as a test's, each look-up of a global costs more than the arithmetic of a pixel.
const { floor, max, min } = Math;

export interface Skew {
  /** Turn the picture clockwise by this to make its lines level. */
  degrees: number;
  /** How sharply the ink gathers in lines: about 2·bins/points for noise, far more for text. */
  strength: number;
}

interface Ink {
  xs: Float64Array;
  ys: Float64Array;
  span: number;
}

const MAX_DEGREES = 8;
const MAX_POINTS = 20_000;
/** The rim shows the edges of the sheet, which would outweigh the text. */
const MARGIN = 0.04;

/** The angle at which the lines of text stand out most; `sideways` looks for lines that run top to bottom. */
export function estimateSkew(grey: Raster, { sideways = false, reach = MAX_DEGREES } = {}): Skew {
  const ink = inkOf(grey, sideways);
  if (ink.xs.length < 200) return { degrees: 0, strength: 0 };
  const coarse = search(ink, 0, reach, 0.5);
  const fine = search(ink, coarse.degrees, 0.5, 0.1);
  return { degrees: sideways ? -fine.degrees : fine.degrees, strength: fine.strength };
}

function search(ink: Ink, middle: number, reach: number, step: number): Skew {
  let best: Skew = { degrees: 0, strength: -1 };
  const steps = Math.round(reach / step);
  for (let k = -steps; k <= steps; k++) {
    const degrees = Math.round((middle + k * step) * 100) / 100;
    const strength = profileStrength(ink, degrees);
    if (strength > best.strength) best = { degrees, strength };
  }
  return best;
}

/** Counts ink along lines inclined by -`degrees`; text makes the counts jump from line to gap. */
function profileStrength({ xs, ys, span }: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const reach = Math.ceil(Math.abs(slope) * span);
  const bins = new Float64Array(span + 2 * reach + 2);
  for (let i = 0; i < xs.length; i++) {
    const bin = floor((ys[i] ?? 0) + slope * (xs[i] ?? 0)) + reach;
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  let sum = 0;
  for (let i = 1; i < bins.length; i++) sum += ((bins[i] ?? 0) - (bins[i - 1] ?? 0)) ** 2;
  return (sum * span) / xs.length ** 2;
}

/** Points where the picture is darker than its neighbourhood: strokes, whatever the light. */
function inkOf(grey: Raster, sideways: boolean): Ink {
  const { width, height } = grey;
  const darkness = localDarkness(grey);
  const threshold = max(8, otsuThreshold(darkness));
  const [left, top] = [Math.round(width * MARGIN), Math.round(height * MARGIN)];
  const points: number[] = [];
  for (let y = top; y < height - top; y++) {
    for (let x = left; x < width - left; x++) {
      if ((darkness[y * width + x] ?? 0) > threshold) points.push(y * width + x);
    }
  }
  const every = Math.ceil(points.length / MAX_POINTS);
  const kept = points.filter((_, index) => index % every === 0);
  const columns = Float64Array.from(kept, (pixel) => pixel % width);
  const rows = Float64Array.from(kept, (pixel) => floor(pixel / width));
  const span = max(width, height);
  return sideways ? { xs: rows, ys: columns, span } : { xs: columns, ys: rows, span };
}

/** Mean of a box around each pixel (by a summed-area table) minus the pixel. */
function localDarkness({ data, width, height }: Raster): Uint8Array {
  const radius = max(4, Math.round(width / 60));
  const sums = summedArea(data, width, height);
  const result = new Uint8Array(width * height);
  const stride = width + 1;
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [max(0, y - radius), min(height, y + radius + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [max(0, x - radius), min(width, x + radius + 1)];
      const box =
        (sums[bottom * stride + right] ?? 0) -
        (sums[top * stride + right] ?? 0) -
        (sums[bottom * stride + left] ?? 0) +
        (sums[top * stride + left] ?? 0);
      const mean = box / ((bottom - top) * (right - left));
      result[y * width + x] = max(0, mean - (data[y * width + x] ?? 0));
    }
  }
  return result;
}

function summedArea(data: Uint8Array, width: number, height: number): Float64Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return sums;
}
