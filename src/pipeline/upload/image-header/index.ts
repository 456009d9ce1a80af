import type { ImageMediaType } from '../document.js';
import { DamagedHeaderError, type ImageSize } from './image-size.js';
import { readJpegSize } from './jpeg.js';
import { readPngSize } from './png.js';
import { readTiffSize } from './tiff.js';
import { readWebpSize } from './webp.js';

const READERS: Readonly<Record<ImageMediaType, (bytes: Buffer) => ImageSize>> = {
  'image/jpeg': readJpegSize,
  'image/png': readPngSize,
  'image/tiff': readTiffSize,
  'image/webp': readWebpSize,
};

/**
 * The pixels that a decoder would have to make room for, from the header alone. Every read is inside `bytes`,
 * and a hostile header costs no more time than an honest one.
 * @throws DamagedHeaderError or RangeError when the header has no usable size
 */
export function countPixels(bytes: Buffer, mediaType: ImageMediaType): number {
  const { width, height } = READERS[mediaType](bytes);
  if (width === 0 || height === 0) throw new DamagedHeaderError('a side of no length');
  return width * height;
}
