import type { Raster } from './raster.ts';

/** Share of the pixels that may fall off at either end of the scale. */
const CLIPPED = 0.01;

/** Stretches the brightness to the whole scale, all channels alike so that hues stay. */
export function stretchContrast(picture: Raster): Raster {
  const { low, high } = usedRange(picture);
  const span = Math.max(1, high - low);
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.max(0, Math.round(((value - low) * 255) / span))),
  );
  return { ...picture, data: picture.data.map((value) => table[value] ?? value) };
}

/** Brightness below and above which only the clipped shares lie. */
export function usedRange({ data, channels }: Raster): { low: number; high: number } {
  const histogram = new Uint32Array(256);
  const green = channels > 1 ? 1 : 0;
  for (let i = green; i < data.length; i += channels) {
    const value = data[i] ?? 0;
    histogram[value] = (histogram[value] ?? 0) + 1;
  }
  const clipped = (data.length / channels) * CLIPPED;
  return { low: quantile(histogram, clipped), high: quantile(histogram, data.length / channels - clipped) };
}

function quantile(histogram: Uint32Array, rank: number): number {
  let seen = 0;
  return histogram.findIndex((count) => (seen += count) > rank);
}
