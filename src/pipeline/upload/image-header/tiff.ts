import { DamagedHeaderError, type ImageSize } from './image-size.js';

const WIDTH_TAG = 256;
const HEIGHT_TAG = 257;
const SHORT = 3;
const LONG = 4;
const LONG8 = 16;
const BIG_TIFF = 43;
/** What the count of a classic TIFF can say. */
const MAX_ENTRIES = 65_535;

/** Reads numbers in the byte order that the file states. */
class TiffReader {
  readonly isBig: boolean;
  readonly #isLittleEndian: boolean;

  constructor(private readonly bytes: Buffer) {
    this.#isLittleEndian = bytes.toString('latin1', 0, 2) === 'II';
    this.isBig = this.uint16(2) === BIG_TIFF;
  }

  uint16(at: number): number {
    return this.#isLittleEndian ? this.bytes.readUInt16LE(at) : this.bytes.readUInt16BE(at);
  }

  uint32(at: number): number {
    return this.#isLittleEndian ? this.bytes.readUInt32LE(at) : this.bytes.readUInt32BE(at);
  }

  uint64(at: number): number {
    return Number(this.#isLittleEndian ? this.bytes.readBigUInt64LE(at) : this.bytes.readBigUInt64BE(at));
  }
}

/** TIFF 6.0 and BigTIFF: width and height are entries of the first directory. */
export function readTiffSize(bytes: Buffer): ImageSize {
  const reader = new TiffReader(bytes);
  const directory = reader.isBig ? reader.uint64(8) : reader.uint32(4);
  const count = reader.isBig ? reader.uint64(directory) : reader.uint16(directory);
  if (count > MAX_ENTRIES) throw new DamagedHeaderError('too many entries');
  const [first, size] = reader.isBig ? [directory + 8, 20] : [directory + 2, 12];
  let width = 0;
  let height = 0;
  for (let at = first; at < first + count * size; at += size) {
    const tag = reader.uint16(at);
    // Readers differ in which of two entries they believe, so the larger counts.
    if (tag === WIDTH_TAG) width = Math.max(width, readSide(reader, at));
    if (tag === HEIGHT_TAG) height = Math.max(height, readSide(reader, at));
  }
  return { width, height };
}

function readSide(reader: TiffReader, entry: number): number {
  const value = entry + (reader.isBig ? 12 : 8);
  switch (reader.uint16(entry + 2)) {
    case SHORT:
      return reader.uint16(value);
    case LONG:
      return reader.uint32(value);
    case LONG8:
      return reader.uint64(value);
    default:
      throw new DamagedHeaderError('a side that is no number');
  }
}
