import type { Page } from 'tesseract.js';

export interface Word {
  text: string;
  /** 0..1 */
  confidence: number;
  /** x, y, width, height in pixels of the picture that was sent. */
  box: [number, number, number, number];
}

/** Lines from top to bottom, words from left to right. */
export type Lines = Word[][];

export function linesOf(page: Pick<Page, 'blocks'>): Lines {
  const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs).flatMap((part) => part.lines);
  return lines.map(({ words }) =>
    words.map(({ text, confidence, bbox }) => ({
      text,
      confidence: Math.round(confidence) / 100,
      box: [bbox.x0, bbox.y0, bbox.x1 - bbox.x0, bbox.y1 - bbox.y0],
    })),
  );
}

/** Without the words below the threshold, and without the lines that then are empty. */
export function dropUncertain(lines: Lines, minConfidence: number): Lines {
  return lines
    .map((line) => line.filter(({ confidence }) => confidence >= minConfidence))
    .filter((line) => line.length > 0);
}

export function textOf(lines: Lines): string {
  return lines.map((line) => line.map(({ text }) => text).join(' ')).join('\n');
}

/** Long words count for more: a speck read as `|` must not spoil a page. 0 when there is nothing to read. */
export function meanConfidence(lines: Lines): number {
  const words = lines.flat();
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const weighted = words.reduce((sum, { text, confidence }) => sum + confidence * text.length, 0);
  return letters === 0 ? 0 : Math.round((weighted / letters) * 1000) / 1000;
}

/** The smallest box around some words: x, y, width, height. */
export function boundsOf(words: readonly Word[]): Word['box'] {
  const left = Math.min(...words.map(({ box }) => box[0]));
  const top = Math.min(...words.map(({ box }) => box[1]));
  const right = Math.max(...words.map(({ box: [x, , width] }) => x + width));
  const bottom = Math.max(...words.map(({ box: [, y, , height] }) => y + height));
  return [left, top, right - left, bottom - top];
}

/** Back from the pixels that were read to those that were sent; `upsideDown` when it was read turned by 180°. */
export function toOriginalPixels(
  lines: Lines,
  read: { width: number; height: number; scale: number; upsideDown: boolean },
): Lines {
  const { width, height, scale, upsideDown } = read;
  return lines.map((line) =>
    line.map(({ box: [x, y, w, h], ...word }) => {
      const placed = upsideDown ? [width - x - w, height - y - h, w, h] : [x, y, w, h];
      const [left = 0, top = 0, across = 0, down = 0] = placed.map((value) => Math.round(value / scale));
      return { ...word, box: [left, top, across, down] };
    }),
  );
}
