import sharp, { type Sharp } from 'sharp';
import { HttpError } from './http-error.ts';

const FORMATS: readonly string[] = ['jpeg', 'png', 'tiff', 'webp'];
const MAX_PIXELS = 50_000_000;
const DRAFT_SIDE = 128;

/** A small square picture: red, green and blue of each pixel, row by row. */
export interface Thumbnail {
  rgb: Uint8Array;
  side: number;
}

/**
 * The document pressed into a square: upright by its EXIF tag, without the table it lies on.
 * Throws 415 for other files than JPEG, PNG, TIFF and WebP, 422 for damaged or huge images.
 */
export async function thumbnail(image: Buffer, side: number): Promise<Thumbnail> {
  const upright = (await open(image)).autoOrient().flatten({ background: '#fff' }).toColourspace('srgb');
  try {
    const rgb = await upright.resize(DRAFT_SIDE, DRAFT_SIDE, { fit: 'fill' }).raw().toBuffer();
    const raw = { width: DRAFT_SIDE, height: DRAFT_SIDE, channels: 3 } as const;
    const paper = sharp(rgb, { raw }).extract(paperBox(rgb));
    return { rgb: await paper.resize(side, side, { fit: 'fill' }).raw().toBuffer(), side };
  } catch {
    throw new HttpError(422, 'IMAGE_UNUSABLE', 'the image is damaged');
  }
}

async function open(image: Buffer): Promise<Sharp> {
  const { format, width, height } = await sharp(image, { limitInputPixels: false })
    .metadata()
    .catch(() => ({ format: undefined, width: 0, height: 0 }));
  if (!format || !FORMATS.includes(format)) {
    throw new HttpError(415, 'NOT_AN_IMAGE', 'send a JPEG, PNG, TIFF or WebP image');
  }
  if (width * height > MAX_PIXELS) {
    throw new HttpError(422, 'IMAGE_TOO_LARGE', `the limit is ${MAX_PIXELS} pixels`);
  }
  return sharp(image, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
}

/** Paper is bright and tables are darker: the box of the rows and columns that are bright for a good part. */
function paperBox(rgb: Uint8Array): { left: number; top: number; width: number; height: number } {
  const greens = Array.from({ length: DRAFT_SIDE * DRAFT_SIDE }, (_, i) => rgb[i * 3 + 1] ?? 0);
  const sorted = [...greens].sort((a, b) => a - b);
  const quantile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const threshold = (quantile(0.05) + quantile(0.95)) / 2;
  const isBright = (x: number, y: number): boolean => (greens[y * DRAFT_SIDE + x] ?? 0) >= threshold;
  const lines = Array.from({ length: DRAFT_SIDE }, (_, i) => i);
  const rows = lines.map((y) => lines.filter((x) => isBright(x, y)).length);
  const columns = lines.map((x) => lines.filter((y) => isBright(x, y)).length);
  const [top, height] = brightSpan(rows);
  const [left, width] = brightSpan(columns);
  return { left, top, width, height };
}

function brightSpan(counts: number[]): [start: number, length: number] {
  const isBright = (count: number): boolean => count > DRAFT_SIDE * 0.35;
  const start = counts.findIndex(isBright);
  const length = counts.findLastIndex(isBright) + 1 - start;
  return length > DRAFT_SIDE / 4 ? [start, length] : [0, DRAFT_SIDE];
}
