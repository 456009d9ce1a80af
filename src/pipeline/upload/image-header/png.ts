import { DamagedHeaderError, type ImageSize } from './image-size.js';

/** PNG (ISO 15948), 11.2.2: IHDR is the first chunk. */
export function readPngSize(bytes: Buffer): ImageSize {
  if (bytes.toString('latin1', 12, 16) !== 'IHDR') throw new DamagedHeaderError('no IHDR');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
