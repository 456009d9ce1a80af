import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';

import { countPixels } from './index.js';

const SIZE = { width: 321, height: 123 };

type Sharp = ReturnType<typeof sharp>;

function image(encode: (image: Sharp) => Sharp, channels: 3 | 4 = 3): Promise<Buffer> {
  return encode(
    sharp({ create: { ...SIZE, channels, background: { r: 9, g: 99, b: 9, alpha: 0.5 } } }),
  ).toBuffer();
}

/** A TIFF of one directory: [tag, type, value]. */
function tiff(order: 'II' | 'MM', entries: readonly (readonly [number, number, number])[]): Buffer {
  const bytes = Buffer.alloc(10 + entries.length * 12 + 4);
  const little = order === 'II';
  const write16 = (value: number, at: number): unknown =>
    little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const write32 = (value: number, at: number): unknown =>
    little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  bytes.write(order);
  write16(42, 2);
  write32(8, 4);
  write16(entries.length, 8);
  for (const [index, [tag, type, value]] of entries.entries()) {
    const at = 10 + index * 12;
    write16(tag, at);
    write16(type, at + 2);
    write32(1, at + 4);
    if (type === 3) write16(value, at + 8);
    else write32(value, at + 8);
  }
  return bytes;
}

function jpeg(...segments: readonly string[]): Buffer {
  return Buffer.from(`ffd8${segments.join('')}`, 'hex');
}

/** Milliseconds of this thread's own work: a busy machine must not fail the test. */
function cpuMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1000;
}

/** 5 × 7 pixels. */
const FRAME = 'ffc00011080007000503012200021101031101';

describe('countPixels › what an encoder writes', () => {
  it.each([
    ['image/jpeg', 'baseline', (i: Sharp) => i.jpeg()],
    ['image/jpeg', 'progressive', (i: Sharp) => i.jpeg({ progressive: true })],
    ['image/jpeg', 'with Exif', (i: Sharp) => i.withMetadata({ orientation: 6 }).jpeg()],
    ['image/png', 'plain', (i: Sharp) => i.png()],
    ['image/png', 'interlaced with palette', (i: Sharp) => i.png({ progressive: true, palette: true })],
    ['image/tiff', 'plain', (i: Sharp) => i.tiff()],
    ['image/tiff', 'compressed', (i: Sharp) => i.tiff({ compression: 'lzw' })],
    ['image/tiff', 'tiled with a pyramid', (i: Sharp) => i.tiff({ tile: true, pyramid: true })],
    ['image/tiff', 'BigTIFF', (i: Sharp) => i.tiff({ bigtiff: true })],
    ['image/webp', 'lossy', (i: Sharp) => i.webp()],
    ['image/webp', 'lossless', (i: Sharp) => i.webp({ lossless: true })],
    ['image/webp', 'extended', (i: Sharp) => i.withMetadata({ orientation: 3 }).webp()],
  ] as const)('%s, %s', async (mediaType, _what, encode) => {
    expect(countPixels(await image(encode), mediaType)).toBe(SIZE.width * SIZE.height);
  });

  it('image/webp with transparency', async () => {
    expect(countPixels(await image((i) => i.webp(), 4), 'image/webp')).toBe(SIZE.width * SIZE.height);
  });
});

describe('countPixels › JPEG', () => {
  it.each([
    ['fill bytes before a marker', ['ffffffff', FRAME]],
    ['garbage between segments', ['ffe00004aaaa', '0102', FRAME]],
    ['bare markers', ['ff01ffd0', FRAME]],
    ['a frame header hidden in a comment', ['fffe000bffc0001108ffffffff', FRAME]],
  ])('%s › the size of the frame', (_what, segments) => {
    expect(countPixels(jpeg(...segments), 'image/jpeg')).toBe(35);
  });

  it.each([
    ['no frame before the scan', ['ffda0004aaaa', FRAME]],
    ['the end before a frame', ['ffd9', FRAME]],
    ['a segment shorter than its length', ['ffe00001', FRAME]],
    ['a segment that ends outside', ['ffe0ffff', FRAME]],
    ['a height that only the scan tells', ['ffc000110800000005']],
  ])('%s › refused', (_what, segments) => {
    expect(() => countPixels(jpeg(...segments), 'image/jpeg')).toThrow();
  });

  it.each([
    ['zeros', Buffer.alloc(20_000_000)],
    ['fill bytes', Buffer.alloc(20_000_000, 0xff)],
    ['markers', Buffer.alloc(20_000_000, 'ff01', 'hex')],
    ['empty segments', Buffer.alloc(20_000_000, 'ffe00002', 'hex')],
  ])('20 MB of %s › refused without blocking the process', (_what, body) => {
    body.set([0xff, 0xd8, 0xff, 0xe0, 0, 2]);
    const before = process.threadCpuUsage();
    expect(() => countPixels(body, 'image/jpeg')).toThrow();
    expect(cpuMs(before)).toBeLessThan(500);
  });
});

describe('countPixels › TIFF', () => {
  it.each(['II', 'MM'] as const)('%s, short and long numbers › the size', (order) => {
    expect(countPixels(tiff(order, [[256, 3, 5], [257, 4, 70_000]]), 'image/tiff')).toBe(350_000); // prettier-ignore
  });

  it.each([
    ['no height', [[256, 3, 5]]],
    ['a width that is a fraction', [[256, 5, 5], [257, 3, 7]]], // prettier-ignore
  ] as const)('%s › refused', (_what, entries) => {
    expect(() => countPixels(tiff('II', entries), 'image/tiff')).toThrow();
  });

  it('believes the larger of two widths', () => {
    const entries = [[256, 4, 100_000], [256, 4, 1], [257, 4, 2]] as const; // prettier-ignore
    expect(countPixels(tiff('II', entries), 'image/tiff')).toBe(200_000);
  });

  it('reads no entry behind the directory', () => {
    const bytes = tiff('II', [[256, 4, 100_000], [257, 4, 2], [256, 4, 200_000]]); // prettier-ignore
    bytes.writeUInt16LE(2, 8);
    expect(countPixels(bytes, 'image/tiff')).toBe(200_000);
  });
});
