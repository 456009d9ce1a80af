import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { describeImage } from './descriptor.ts';
import { distance } from './vector.ts';

const sample = (file: string): Promise<Buffer> =>
  readFile(new URL(`../../documents/${file}`, import.meta.url));
const blank = (): Sharp => sharp({ create: { width: 90, height: 60, channels: 3, background: '#fff' } });

describe('describeImage', () => {
  it('a document › 768 numbers of unit length, the same each time', async () => {
    const image = await sample('cedula-1-scan.jpg');
    const vector = await describeImage(image);
    expect(vector).toHaveLength(768);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
    expect(await describeImage(image)).toEqual(vector);
  });

  it('documents that look alike › are nearer than others', async () => {
    const [scan, photo, form] = await Promise.all(
      ['cedula-1-scan.jpg', 'cedula-2-photo.jpg', 'ficha-1-scan.png'].map(async (file) =>
        describeImage(await sample(file)),
      ),
    );
    expect(distance(scan!, photo!)).toBeLessThan(distance(scan!, form!));
  });

  it('a photograph held sideways › is turned upright by its EXIF tag', async () => {
    const upright = await sharp(await sample('ficha-1-scan.png'))
      .png()
      .toBuffer();
    const tagged = await sharp(upright).rotate(270).withMetadata({ orientation: 6 }).png().toBuffer();
    expect(distance(await describeImage(upright), await describeImage(tagged))).toBeLessThan(0.1);
  });

  it('a blank or a tiny image › still finite numbers', async () => {
    const tiny = await blank().resize(1, 1).webp().toBuffer();
    for (const image of [await blank().png().toBuffer(), tiny]) {
      expect((await describeImage(image)).every(Number.isFinite)).toBe(true);
    }
  });

  it.each([
    ['text', Buffer.from('hello'), 415],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 415],
  ])('%s › is refused as no image', async (_, bytes, status) => {
    await expect(describeImage(bytes)).rejects.toMatchObject({ status });
  });

  it('a truncated image › 422', async () => {
    const image = await sample('cedula-1-scan.jpg');
    await expect(describeImage(image.subarray(0, image.length / 2))).rejects.toMatchObject({ status: 422 });
  });
});
