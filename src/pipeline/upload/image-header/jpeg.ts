import { DamagedHeaderError, type ImageSize } from './image-size.js';

/** Photographs have tens; a file of nothing but markers must not keep us busy. */
const MAX_MARKERS = 10_000;

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** In the range of the frame headers, but tables and an extension. */
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

/** ITU T.81, annex B: the frame header (SOFn) tells the size; what stands before it is skipped. */
export function readJpegSize(bytes: Buffer): ImageSize {
  let at = 2;
  for (let seen = 0; seen < MAX_MARKERS; seen += 1) {
    at = findMarker(bytes, at);
    const marker = bytes.readUInt8(at);
    if (isFrame(marker)) return { height: bytes.readUInt16BE(at + 4), width: bytes.readUInt16BE(at + 6) };
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) break;
    at += 1 + (isBare(marker) ? 0 : segmentLength(bytes, at + 1));
  }
  throw new DamagedHeaderError('no frame header');
}

/** The position of the next marker's code, behind any number of fill bytes; decoders skip what is between segments. */
function findMarker(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  if (at < 0) throw new DamagedHeaderError('no further marker');
  while (bytes[at] === 0xff) at += 1;
  return at;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker);
}

/** Markers without a segment: a stuffed zero, TEM, RSTn and SOI. */
function isBare(marker: number): boolean {
  return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function segmentLength(bytes: Buffer, at: number): number {
  const length = bytes.readUInt16BE(at);
  if (length < 2) throw new DamagedHeaderError('a segment shorter than its own length');
  return length;
}
