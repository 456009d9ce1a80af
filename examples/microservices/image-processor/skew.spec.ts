import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { estimateSkew } from './skew.ts';
import type { Raster } from './raster.ts';

/** Lines of dashes of many lengths, turned clockwise. */
async function page(degrees: number): Promise<Raster> {
  const lines = Array.from({ length: 14 }, (_, line) =>
    Array.from({ length: 9 }, (__, word) => {
      const width = 20 + ((line * 5 + word * 11) % 40);
      return `<rect x="${80 + word * 66}" y="${60 + line * 34}" width="${width}" height="12"/>`;
    }).join(''),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="760" height="600">${lines.join('')}</svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#ffffff' })
    .rotate(degrees, { background: '#ffffff' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

describe('estimateSkew', () => {
  it.each([0, 0.7, -2.4, 5, -7.5])('says how to undo a turn by %d degrees', async (degrees) => {
    const skew = estimateSkew(await page(degrees));
    expect(Math.abs(skew.degrees + degrees)).toBeLessThanOrEqual(0.2);
  });

  it.each([90, 93, 267])('sees lines that run sideways (%d degrees)', async (degrees) => {
    const turned = await page(degrees);
    const [level, sideways] = [estimateSkew(turned), estimateSkew(turned, { sideways: true })];
    expect(sideways.strength).toBeGreaterThan(2 * level.strength);
    expect(Math.abs(((degrees + 45) % 90) - 45 + sideways.degrees)).toBeLessThanOrEqual(0.2);
  });

  it('has nothing to say about an empty page', () => {
    const blank = { data: new Uint8Array(400 * 300).fill(250), width: 400, height: 300, channels: 1 };
    expect(estimateSkew(blank)).toEqual({ degrees: 0, strength: 0 });
  });
});
