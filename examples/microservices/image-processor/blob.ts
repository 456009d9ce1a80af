import type { Point, Raster } from './raster.ts';

// In a vm context, such as a test's, each look-up of a global costs more than the arithmetic of a pixel.
const { floor } = Math;

/** A connected region, its holes filled in. */
export interface Blob {
  area: number;
  /** Pixels of the region that touch something else. */
  boundary: Point[];
}

/** Otsu's threshold: the split of the histogram with the largest variance between its two sides. */
export function otsuThreshold(data: Uint8Array): number {
  const histogram = new Float64Array(256);
  for (const value of data) histogram[value] = (histogram[value] ?? 0) + 1;
  const total = histogram.reduce((sum, count, value) => sum + count * value, 0);
  let [below, belowSum, best, threshold] = [0, 0, -1, 0];
  for (let value = 0; value < 255; value++) {
    below += histogram[value] ?? 0;
    belowSum += value * (histogram[value] ?? 0);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const gap = belowSum / below - (total - belowSum) / above;
    const variance = below * above * gap * gap;
    if (variance > best) [best, threshold] = [variance, value];
  }
  return threshold;
}

const UNSEEN = 0;
const OUTSIDE = 1;
const TAKEN = 2;

/** The largest region of values above the threshold, together with all that it encloses. */
export function largestBlob(picture: Raster, threshold: number): Blob | null {
  const { data, width, height } = picture;
  const marks = new Uint8Array(width * height);
  const isSurface = (pixel: number): boolean => (data[pixel] ?? 0) <= threshold;
  for (const pixel of rim(width, height)) {
    if (isSurface(pixel)) flood(marks, width, pixel, OUTSIDE, isSurface);
  }
  let best: number[] = [];
  for (let pixel = 0; pixel < marks.length; pixel++) {
    if (marks[pixel] !== UNSEEN) continue;
    const region = flood(marks, width, pixel, TAKEN, () => true);
    if (region.length > best.length) best = region;
  }
  return best.length > 0 ? { area: best.length, boundary: boundaryOf(best, width, height) } : null;
}

function rim(width: number, height: number): number[] {
  const pixels: number[] = [];
  for (let x = 0; x < width; x++) pixels.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) pixels.push(y * width, y * width + width - 1);
  return pixels;
}

/** Marks the 4-connected unseen pixels that `belongs` accepts; returns them. */
function flood(
  marks: Uint8Array,
  width: number,
  start: number,
  mark: number,
  belongs: (pixel: number) => boolean,
): number[] {
  if (marks[start] !== UNSEEN) return [];
  marks[start] = mark;
  const found = [start];
  const visit = (pixel: number): void => {
    if (marks[pixel] !== UNSEEN || !belongs(pixel)) return;
    marks[pixel] = mark;
    found.push(pixel);
  };
  for (let next = 0; next < found.length; next++) {
    const pixel = found[next] ?? 0;
    const x = pixel % width;
    if (x > 0) visit(pixel - 1);
    if (x < width - 1) visit(pixel + 1);
    visit(pixel - width);
    visit(pixel + width);
  }
  return found;
}

function boundaryOf(region: readonly number[], width: number, height: number): Point[] {
  const inside = new Uint8Array(width * height);
  for (const pixel of region) inside[pixel] = 1;
  const isInner = (pixel: number, x: number): boolean =>
    x > 0 &&
    x < width - 1 &&
    inside[pixel - 1] === 1 &&
    inside[pixel + 1] === 1 &&
    inside[pixel - width] === 1 &&
    inside[pixel + width] === 1;
  return region
    .filter((pixel) => !isInner(pixel, pixel % width))
    .map((pixel) => [(pixel % width) + 0.5, floor(pixel / width) + 0.5]);
}
