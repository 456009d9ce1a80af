import { detectCorners, TRUSTED_CORNERS, type CornerDetection } from './corners.ts';
import { pixels, reduce, toSharp, type Decoded } from './decode.ts';
import { median } from './background.ts';
import { rectify } from './homography.ts';
import { stretchContrast, usedRange } from './levels.ts';
import { estimateNoise } from './noise.ts';
import { insetCorners, scaleCorners, type Corners, type Raster } from './raster.ts';
import { estimateSkew } from './skew.ts';

export type Operation = 'rotate' | 'unwarp' | 'normalise' | 'denoise';

export interface Correction {
  picture: Raster;
  /** In pixels of the upright original; null when the document's edges were not seen. */
  corners: Corners | null;
  /** Degrees clockwise. */
  rotation: number;
  operations: Operation[];
  confidence: number;
}

const CORNER_SIDE = 480;
/** Share of the way to the middle that is cut off a found document. */
export const INSET = 0.008;
const SKEW_SIDE = 1000;
/** Text that runs sideways must be this much clearer than text that runs level before the picture is turned. */
const SIDEWAYS_FACTOR = 1.5;
/** Strength of a clean, level page. */
const CLEAR_LINES = 0.5;
const MIN_SKEW_DEGREES = 0.3;
/** Grey levels; below it a median filter takes more from the letters than from the noise. */
const NOISY = 6;

export async function correct(
  decoded: Decoded,
  options: { enhance: boolean; unwarp: boolean },
): Promise<Correction> {
  const upright: Correction = {
    picture: decoded.picture,
    corners: null,
    rotation: decoded.turned,
    operations: decoded.turned ? ['rotate'] : [],
    confidence: 0,
  };
  const quiet = options.enhance ? await denoise(upright) : upright;
  const straight = options.unwarp ? await straighten(quiet, decoded.scale) : quiet;
  const finished = options.enhance ? normalise(straight) : straight;
  return { ...finished, confidence: await judge(finished) };
}

/** Corners in pixels of `picture`. */
export async function findCorners(picture: Raster): Promise<CornerDetection> {
  const small = await reduce(picture, CORNER_SIDE, 'rgb');
  const { corners, confidence } = detectCorners(small);
  return { corners: scaleCorners(corners, picture.width / small.width), confidence };
}

async function straighten(before: Correction, scale: number): Promise<Correction> {
  const { corners, confidence } = await findCorners(before.picture);
  if (confidence < TRUSTED_CORNERS) return level(before);
  const flat = rectify(before.picture, insetCorners(corners, INSET));
  const originalCorners = scaleCorners(corners, 1 / scale);
  return level({
    ...before,
    picture: flat,
    corners: originalCorners,
    operations: [...before.operations, 'unwarp'],
  });
}

/** Turns sideways text level, then removes the last few degrees. Upside down looks level: only OCR can tell. */
async function level(before: Correction): Promise<Correction> {
  const grey = await reduce(before.picture, SKEW_SIDE, 'grey');
  const [level, sideways] = [estimateSkew(grey), estimateSkew(grey, { sideways: true })];
  const isSideways = sideways.strength > SIDEWAYS_FACTOR * level.strength;
  const skew = isSideways ? sideways.degrees : level.degrees;
  const degrees = (isSideways ? 270 : 0) + (Math.abs(skew) >= MIN_SKEW_DEGREES ? skew : 0);
  if (degrees === 0) return before;
  return {
    ...before,
    picture: await rotate(before.picture, degrees),
    rotation: Math.round(((before.rotation + degrees) % 360) * 10) / 10,
    operations: [...new Set<Operation>([...before.operations, 'rotate'])],
  };
}

async function rotate(picture: Raster, degrees: number): Promise<Raster> {
  return pixels(toSharp(picture).rotate(degrees, { background: rimColour(picture) }));
}

/** New corners in the colour of the rim make no edge that would be read as a stroke. */
function rimColour({ data, width, channels }: Raster): { r: number; g: number; b: number } {
  const channel = (offset: number): number =>
    median(Array.from({ length: width }, (_, x) => data[x * channels + offset] ?? 0));
  return { r: channel(0), g: channel(1), b: channel(2) };
}

/** Before all else: turning and unwarping smear the noise, which then no longer looks like noise. */
async function denoise(before: Correction): Promise<Correction> {
  const grey = await pixels(toSharp(before.picture).greyscale().toColourspace('b-w'));
  if (estimateNoise(grey) < NOISY) return before;
  const picture = await pixels(toSharp(before.picture).median(3));
  return { ...before, picture, operations: [...before.operations, 'denoise'] };
}

function normalise(before: Correction): Correction {
  return {
    ...before,
    picture: stretchContrast(before.picture),
    operations: [...before.operations, 'normalise'],
  };
}

/**
 * How far the result can be trusted to be readable: lines of text that stand out, contrast, little noise.
 * Each factor lies between 0.5 and 1, so one weakness alone does not condemn a picture.
 */
async function judge({ picture }: Correction): Promise<number> {
  const grey = await reduce(picture, SKEW_SIDE, 'grey');
  const { low, high } = usedRange(grey);
  const half = (value: number): number => 0.5 + Math.min(1, Math.max(0, value)) / 2;
  const lines = half(estimateSkew(grey, { reach: 1 }).strength / CLEAR_LINES);
  const contrast = half((high - low) / 160);
  const quiet = half(1 - estimateNoise(grey) / 25);
  return Math.round(lines * contrast * quiet * 1000) / 1000;
}
