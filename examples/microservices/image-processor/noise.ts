import type { Raster } from './raster.ts';

// In a vm context, such as a test's, each look-up of a global costs more than the arithmetic of a pixel.
const { abs } = Math;

/**
 * Standard deviation of the noise in grey levels: Immerkær's operator, which plain areas and straight edges
 * leave at zero, with the median in place of the mean so that text does not count as noise.
 */
export function estimateNoise({ data, width, height }: Raster): number {
  const histogram = new Uint32Array(4096);
  let count = 0;
  for (let y = 1; y < height - 1; y += 2) {
    for (let x = 1; x < width - 1; x += 2) {
      const i = y * width + x;
      const at = (offset: number): number => data[i + offset] ?? 0;
      const corners = at(-width - 1) + at(-width + 1) + at(width - 1) + at(width + 1);
      const sides = at(-width) + at(-1) + at(1) + at(width);
      const response = abs(corners - 2 * sides + 4 * at(0));
      histogram[response] = (histogram[response] ?? 0) + 1;
      count++;
    }
  }
  return medianOf(histogram, count) / (0.6745 * 6);
}

function medianOf(histogram: Uint32Array, count: number): number {
  let seen = 0;
  const index = histogram.findIndex((times) => (seen += times) * 2 >= count);
  return Math.max(0, index);
}
