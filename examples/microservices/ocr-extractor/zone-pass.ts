import sharp from 'sharp';
import type { OcrEngine } from './engine.ts';
import { findZone, readPassportMrz } from './mrz.ts';
import { boundsOf, linesOf, textOf, type Lines, type Word } from './words.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<';
/** The recogniser errs differently at other sizes. */
const SIZES = [0.75, 1.3];

/**
 * Reads the machine readable zone of a passport once more, by itself and with its own alphabet, when its
 * check digits do not fit. A second reading counts only when its own check digits do.
 */
export async function rereadZone(
  engine: OcrEngine,
  png: Buffer,
  lines: Lines,
  signal: AbortSignal,
): Promise<Lines> {
  const zone = findZone(lines.map((line) => textOf([line])));
  if (!zone || readPassportMrz(textOf(lines))?.valid) return lines;
  const between = lines.slice(zone.upper, zone.lower + 1);
  const crop = await cropAround(png, boundsOf(between.flat()));
  for (const size of SIZES) {
    const resized = await sharp(crop.png)
      .resize({ width: Math.round(crop.width * size) })
      .png()
      .toBuffer();
    const { blocks } = await engine.recognise(resized, 'en', signal, ALPHABET);
    const reading = linesOf({ blocks });
    if (!readPassportMrz(textOf(reading))?.valid) continue;
    const placed = reading.map((line) => line.map((word) => place(word, size, crop)));
    return [...lines.slice(0, zone.upper), ...placed, ...lines.slice(zone.lower + 1)];
  }
  return lines;
}

interface Crop {
  png: Buffer;
  left: number;
  top: number;
  width: number;
}

/** With a margin of a third of its height: letters at the very rim are read badly. */
async function cropAround(png: Buffer, [x, y, boxWidth, boxHeight]: Word['box']): Promise<Crop> {
  const { width, height } = await sharp(png).metadata();
  const margin = Math.round(boxHeight / 3);
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  const region = {
    left,
    top,
    width: Math.min(width, x + boxWidth + margin) - left,
    height: Math.min(height, y + boxHeight + margin) - top,
  };
  return { png: await sharp(png).extract(region).png().toBuffer(), left, top, width: region.width };
}

function place({ box: [x, y, width, height], ...word }: Word, size: number, { left, top }: Crop): Word {
  return { ...word, box: [left + x / size, top + y / size, width / size, height / size] };
}
