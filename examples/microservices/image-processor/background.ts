import type { Raster } from './raster.ts';

// In a vm context, such as a test's, each look-up of a global costs more than the arithmetic of a pixel.
const { sqrt, min } = Math;

/** Share of the shorter side that is taken for the surface on which the document lies. */
const RING = 0.02;

/** Per channel `a + b·x + c·y`: a surface of one colour under light that falls off to one side. */
type Plane = readonly [number, number, number];

/**
 * How far each pixel is, in levels 0–255, from the surface that the frame's rim shows. The surface is
 * fitted twice, the second time without what stood out, since a document may touch the rim.
 */
export function distanceToBackground(picture: Raster): { distance: Raster; spread: number } {
  const rim = rimPixels(picture);
  const first = fitPlanes(picture, rim);
  const deviations = rim.map((pixel) => deviation(picture, first, pixel));
  const typical = median(deviations);
  const quiet = rim.filter((_, index) => (deviations[index] ?? 0) <= 2.5 * typical + 2);
  const planes = fitPlanes(picture, quiet);
  const data = new Uint8Array(picture.width * picture.height);
  for (let pixel = 0; pixel < data.length; pixel++) {
    data[pixel] = min(255, deviation(picture, planes, pixel));
  }
  const distance = { data, width: picture.width, height: picture.height, channels: 1 };
  return { distance, spread: median(quiet.map((pixel) => data[pixel] ?? 0)) };
}

function rimPixels({ width, height }: Raster): number[] {
  const depth = Math.max(2, Math.round(min(width, height) * RING));
  const pixels: number[] = [];
  for (let y = 0; y < height; y++) {
    const inner = y >= depth && y < height - depth;
    for (let x = 0; x < width; x++) {
      if (inner && x === depth) x = width - depth;
      pixels.push(y * width + x);
    }
  }
  return pixels;
}

function deviation({ data, width, channels }: Raster, planes: readonly Plane[], pixel: number): number {
  const x = pixel % width;
  const y = (pixel - x) / width;
  let squares = 0;
  for (let k = 0; k < channels; k++) {
    const [a, b, c] = planes[k] ?? [0, 0, 0];
    const difference = (data[pixel * channels + k] ?? 0) - (a + b * x + c * y);
    squares += difference * difference;
  }
  return sqrt(squares);
}

function fitPlanes(picture: Raster, pixels: readonly number[]): Plane[] {
  return Array.from({ length: picture.channels }, (_, channel) => fitPlane(picture, pixels, channel));
}

/** Least squares about the centroid; the rim surrounds the frame, so the 2×2 system is never singular. */
function fitPlane({ data, width, channels }: Raster, pixels: readonly number[], channel: number): Plane {
  const points = pixels.map((pixel) => ({
    x: pixel % width,
    y: Math.floor(pixel / width),
    value: data[pixel * channels + channel] ?? 0,
  }));
  const mean = { x: average(points.map((p) => p.x)), y: average(points.map((p) => p.y)) };
  const level = average(points.map((p) => p.value));
  let [xx, xy, yy, xv, yv] = [0, 0, 0, 0, 0];
  for (const { x, y, value } of points) {
    const [dx, dy, dv] = [x - mean.x, y - mean.y, value - level];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
    xv += dx * dv;
    yv += dy * dv;
  }
  const determinant = xx * yy - xy * xy;
  if (determinant < 1e-9) return [level, 0, 0];
  const b = (xv * yy - yv * xy) / determinant;
  const c = (yv * xx - xv * xy) / determinant;
  return [level - b * mean.x - c * mean.y, b, c];
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
