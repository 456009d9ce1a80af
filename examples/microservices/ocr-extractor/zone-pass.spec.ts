import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { correct } from '../image-processor/correct.ts';
import { decodeDocument, toSharp } from '../image-processor/decode.ts';
import { OcrEngine } from './engine.ts';
import { linesOf, textOf, type Lines } from './words.ts';
import { rereadZone } from './zone-pass.ts';

jest.setTimeout(20_000);

const LOWER = 'P088519466CHL8801269F300902616790358<4<<<<58';
const engine = new OcrEngine();
const { signal } = new AbortController();
let zone: Buffer;
let lines: Lines;

beforeAll(async () => {
  const file = await readFile(join(import.meta.dirname, '../../documents/pasaporte-2-photo.jpg'));
  const { picture } = await correct(await decodeDocument(file), { enhance: true, unwarp: true });
  const top = Math.round(picture.height * 0.8);
  const band = { left: 0, top, width: picture.width, height: picture.height - top };
  zone = await toSharp(picture).extract(band).png().toBuffer();
  lines = linesOf(await engine.recognise(zone, 'en', signal));
});

afterAll(() => engine.close());

function replaceIn(read: Lines, from: string, to: string): Lines {
  return read.map((line) => line.map((word) => ({ ...word, text: word.text.replace(from, to) })));
}

describe('rereadZone', () => {
  it('leaves a zone alone whose check digits fit', async () => {
    expect(await rereadZone(engine, zone, lines, signal)).toBe(lines);
  });

  it('reads a zone again whose check digits do not fit, and places its words in the page', async () => {
    const misread = replaceIn(lines, 'P08851946', 'P08857946');
    const again = await rereadZone(engine, zone, misread, signal);
    expect(textOf(again)).toContain(LOWER);
    const boxOf = (read: Lines): number[] => read.flat().find(({ text }) => text.includes(LOWER))?.box ?? [];
    boxOf(again).forEach((value, index) => {
      expect(Math.abs(value - (boxOf(lines)[index] ?? 0))).toBeLessThan(12);
    });
  });
});
