import sharp, { type Sharp } from 'sharp';
import { HttpError } from '../shared/http-error.ts';
import { renderFirstPage } from './pdf-page.ts';
import type { Raster } from './raster.ts';

/** Larger pictures hold no more text that OCR could read; they only cost time. */
const MAX_SIDE = 2400;
/** What a header may promise before anything is decoded. */
export const MAX_PIXELS = 50_000_000;

export interface Decoded {
  /** Upright by its EXIF tag, three channels. */
  picture: Raster;
  /** `picture` is the upright original times this. */
  scale: number;
  /** Degrees clockwise by which the EXIF tag turned it. */
  turned: number;
}

const SIGNATURES: readonly [kind: string, matches: (head: string) => boolean][] = [
  ['jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['webp', (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8)],
  ['tiff', (head) => head.startsWith('II*\0') || head.startsWith('MM\0*')],
  ['pdf', (head) => head.includes('%PDF-')],
];

/** Decodes an upload. Throws 415 for other kinds of file, 413 for too many pixels, 422 when it is damaged. */
export async function decodeDocument(file: Buffer): Promise<Decoded> {
  const head = file.toString('latin1', 0, 1024);
  const kind = SIGNATURES.find(([, matches]) => matches(head))?.[0];
  if (!kind) throw new HttpError(415, 'UNSUPPORTED_IMAGE', 'send a JPEG, PNG, WebP, TIFF or PDF file');
  if (kind === 'pdf') return { picture: await renderFirstPage(file, MAX_SIDE), scale: 1, turned: 0 };
  try {
    return await decodeImage(file);
  } catch (error) {
    throw unusable(error);
  }
}

async function decodeImage(file: Buffer): Promise<Decoded> {
  const input = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const { orientation = 1, autoOrient } = await input.metadata();
  const upright = input
    .autoOrient()
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  const picture = await pixels(upright);
  return { picture, scale: picture.width / autoOrient.width, turned: EXIF_TURNS[orientation] ?? 0 };
}

const EXIF_TURNS: Record<number, number> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };

function unusable(error: unknown): HttpError {
  const reason = error instanceof Error ? error.message : 'unknown';
  if (reason.includes('pixel limit')) {
    return new HttpError(413, 'TOO_MANY_PIXELS', `the image has more than ${MAX_PIXELS} pixels`);
  }
  return new HttpError(422, 'UNREADABLE_IMAGE', `the image cannot be decoded: ${reason}`);
}

/** A reduced copy for analysis, grey or in colour. */
export async function reduce(picture: Raster, side: number, colour: 'grey' | 'rgb'): Promise<Raster> {
  const small = toSharp(picture).resize({
    width: side,
    height: side,
    fit: 'inside',
    withoutEnlargement: true,
  });
  // Whole analysis pixels average out the noise; colour is for regions, where softness does no harm.
  const prepared = colour === 'grey' ? small.greyscale().toColourspace('b-w') : small.blur(1.2);
  return pixels(prepared);
}

export async function pixels(image: Sharp): Promise<Raster> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels };
}

export function toSharp({ data, width, height, channels }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels: channels === 1 ? 1 : 3 } });
}
