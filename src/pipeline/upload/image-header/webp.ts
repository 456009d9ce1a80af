import { DamagedHeaderError, type ImageSize } from './image-size.js';

const LOSSLESS_SIGNATURE = 0x2f;
const LOSSY_START_CODE = 0x2a019d;
const SIDE_BITS = 14;
const SIDE_MASK = 0x3fff;

/** RFC 9649: the first chunk, whose data begin at byte 20, tells the size. */
export function readWebpSize(bytes: Buffer): ImageSize {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) };
    case 'VP8L':
      return readLossless(bytes);
    case 'VP8 ':
      return readLossy(bytes);
    default:
      throw new DamagedHeaderError('no VP8 chunk');
  }
}

function readLossless(bytes: Buffer): ImageSize {
  if (bytes.readUInt8(20) !== LOSSLESS_SIGNATURE) throw new DamagedHeaderError('no VP8L signature');
  const sides = bytes.readUInt32LE(21);
  return { width: 1 + (sides & SIDE_MASK), height: 1 + ((sides >>> SIDE_BITS) & SIDE_MASK) };
}

/** The upper two bits of a side are a scale for display. */
function readLossy(bytes: Buffer): ImageSize {
  if (bytes.readUIntLE(23, 3) !== LOSSY_START_CODE) throw new DamagedHeaderError('no VP8 start code');
  return { width: bytes.readUInt16LE(26) & SIDE_MASK, height: bytes.readUInt16LE(28) & SIDE_MASK };
}
