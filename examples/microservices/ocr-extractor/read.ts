import sharp from 'sharp';
import { decodeDocument, toSharp } from '../image-processor/decode.ts';
import type { Language, OcrEngine } from './engine.ts';
import { linesOf, meanConfidence, toOriginalPixels, type Lines } from './words.ts';
import { rereadZone } from './zone-pass.ts';

/** Mean word confidence below which the page may well lie upside down (such pages reach some 0.45). */
const DOUBTFUL = 0.65;
/** Tesseract wants letters of 20 to 30 pixels; smaller pictures are enlarged, larger ones only cost time. */
const [MIN_WIDTH, MAX_SIDE] = [1000, 1700];

export interface ReadOptions {
  language: Language;
  /** The page has a machine readable zone. */
  isPassport: boolean;
  signal: AbortSignal;
}

interface Page {
  png: Buffer;
  width: number;
  height: number;
  /** Pixels of the page per pixel that was sent. */
  scale: number;
  upsideDown: boolean;
}

interface Reading {
  page: Page;
  lines: Lines;
  confidence: number;
}

/**
 * Reads a document, any kind that the image processor takes; when preprocessing failed, the original file
 * comes here. A page that reads badly is turned by 180° and read again.
 */
export async function readDocument(engine: OcrEngine, file: Buffer, options: ReadOptions): Promise<Lines> {
  const level = await readPage(engine, await prepare(file), options);
  const best = level.confidence < DOUBTFUL ? await tryUpsideDown(engine, level, options) : level;
  const { page } = best;
  const lines = options.isPassport
    ? await rereadZone(engine, page.png, best.lines, options.signal)
    : best.lines;
  return toOriginalPixels(lines, page);
}

async function tryUpsideDown(engine: OcrEngine, level: Reading, options: ReadOptions): Promise<Reading> {
  const png = await sharp(level.page.png).rotate(180).png({ compressionLevel: 1 }).toBuffer();
  const turned = await readPage(engine, { ...level.page, png, upsideDown: true }, options);
  return turned.confidence > level.confidence ? turned : level;
}

async function readPage(engine: OcrEngine, page: Page, { language, signal }: ReadOptions): Promise<Reading> {
  const lines = linesOf(await engine.recognise(page.png, language, signal));
  return { page, lines, confidence: meanConfidence(lines) };
}

async function prepare(file: Buffer): Promise<Page> {
  const { picture, scale } = await decodeDocument(file);
  const { width, height } = picture;
  const enlarge = Math.min(2, Math.max(1, MIN_WIDTH / width));
  const factor = Math.min(enlarge, MAX_SIDE / Math.max(width, height));
  const { data, info } = await toSharp(picture)
    .greyscale()
    .resize({ width: Math.round(width * factor) })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height, scale: factor * scale, upsideDown: false };
}
