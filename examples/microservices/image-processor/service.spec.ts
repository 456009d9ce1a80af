import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { createImageProcessor } from './service.ts';

const SAMPLES = join(import.meta.dirname, '../../documents');
const service = createImageProcessor();
let url = '';

interface Answer {
  status: number;
  body: Record<string, unknown> & { error?: { code: string } };
}

beforeAll(async () => {
  ({ url } = await service.listen(0));
});

afterAll(async () => {
  await service.close();
});

async function send(path: string, file: Uint8Array, fields: Record<string, string> = {}): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(file)]), 'document');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const response = await fetch(url + path, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

function sample(name: string): Promise<Buffer> {
  return readFile(join(SAMPLES, name));
}

/** A PNG whose header promises far more pixels than it holds. */
async function pixelBomb(): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(60_000, 16);
  png.writeUInt32BE(60_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

describe('POST /process', () => {
  it('unwarps a photograph taken at an angle', async () => {
    const { status, body } = await send('/process', await sample('cedula-2-photo.jpg'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      content_type: 'image/jpeg',
      rotation: 0,
      operations: ['unwarp', 'normalise'],
    });
    expect(body.corners).toHaveLength(4);
    const image = await sharp(Buffer.from(String(body.corrected_image), 'base64')).metadata();
    expect([image.width, image.height]).toEqual([body.width, body.height]);
  });

  it('turns a sideways scan level and takes out its noise', async () => {
    const { body } = await send('/process', await sample('cedula-3-turned-noisy.webp'));
    expect(body.operations).toEqual(['denoise', 'rotate', 'normalise']);
    expect(body.rotation).toBeCloseTo(270.8, 0);
    expect(body.corners).toBeNull();
    expect(Number(body.width)).toBeGreaterThan(Number(body.height));
  });

  it('obeys the EXIF tag and straightens a few degrees', async () => {
    const { body } = await send('/process', await sample('pasaporte-1-skewed.jpg'));
    expect(body.rotation).toBeCloseTo(94, 0);
    expect(Number(body.confidence)).toBeGreaterThan(0.8);
  });

  it('renders the first page of a PDF', async () => {
    const { status, body } = await send('/process', await sample('ficha-3-faded.pdf'));
    expect(status).toBe(200);
    expect(Number(body.height)).toBeGreaterThan(1500);
  });

  it('does only what it was asked to do', async () => {
    const off = { enhance: 'false', unwarp: 'false' };
    const { body } = await send('/process', await sample('cedula-2-photo.jpg'), off);
    expect(body).toMatchObject({ operations: [], corners: null, rotation: 0, width: 1600, height: 1200 });
  });

  it('has little confidence in a picture without text', async () => {
    const grey = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#888' } })
      .png()
      .toBuffer();
    const { status, body } = await send('/process', grey);
    expect(status).toBe(200);
    expect(Number(body.confidence)).toBeLessThan(0.4);
  });

  it.each([
    [1, 1],
    [3, 2],
    [900, 1],
  ])('survives a picture of %i × %i', async (width, height) => {
    const tiny = await sharp({ create: { width, height, channels: 3, background: '#777' } })
      .png()
      .toBuffer();
    expect((await send('/process', tiny)).status).toBe(200);
  });
});

describe('POST /process › unusable files', () => {
  it.each([
    ['random bytes', Buffer.from('no picture at all'), 415, 'UNSUPPORTED_IMAGE'],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'UNSUPPORTED_IMAGE'],
    ['a header only', Buffer.from('\xff\xd8\xff\xe0', 'latin1'), 422, 'UNREADABLE_IMAGE'],
    ['a broken PDF', Buffer.from('%PDF-1.7\nnothing follows'), 422, 'UNREADABLE_PDF'],
  ])('answers %s without a 500', async (_, file, status, code) => {
    const answer = await send('/process', file);
    expect(answer.status).toBe(status);
    expect(answer.body.error?.code).toBe(code);
  });

  it('answers 422 to a truncated JPEG', async () => {
    const jpeg = await sample('cedula-1-scan.jpg');
    expect((await send('/process', jpeg.subarray(0, jpeg.length / 2))).status).toBe(422);
  });

  it('answers 413 to more pixels than it would decode', async () => {
    const answer = await send('/process', await pixelBomb());
    expect(answer.status).toBe(413);
    expect(answer.body.error?.code).toBe('TOO_MANY_PIXELS');
  });

  it('answers 422 to a flag that is neither true nor false', async () => {
    expect((await send('/process', await sample('ficha-1-scan.png'), { enhance: 'yes' })).status).toBe(422);
  });
});

describe('POST /detect-corners', () => {
  it('finds the document in pixels of the photograph', async () => {
    const { body } = await send('/detect-corners', await sample('pasaporte-2-photo.jpg'));
    expect(body).toMatchObject({ width: 1700, height: 1250 });
    expect(Number(body.confidence)).toBeGreaterThan(0.9);
    const drawn = [
      [190, 212],
      [1470, 128],
      [1552, 1092],
      [236, 1046],
    ];
    (body.corners as [number, number][]).forEach(([x, y], index) => {
      expect(Math.hypot(x - drawn[index]![0]!, y - drawn[index]![1]!)).toBeLessThan(4);
    });
  });

  it('gives the frame and no confidence for a sheet that fills the picture', async () => {
    const { body } = await send('/detect-corners', await sample('ficha-1-scan.png'));
    expect(Number(body.confidence)).toBeLessThan(0.6);
    expect(body.corners).toHaveLength(4);
  });
});

describe('POST /unwarp', () => {
  it('cuts out the quadrilateral it is given', async () => {
    const corners = JSON.stringify([
      [190, 212],
      [1470, 128],
      [1552, 1092],
      [236, 1046],
    ]);
    const { status, body } = await send('/unwarp', await sample('pasaporte-2-photo.jpg'), { corners });
    expect(status).toBe(200);
    expect(body).toMatchObject({ confidence: 1, width: 1317, height: 967 });
  });

  it.each([
    'nonsense',
    '[[0,0],[1,0],[1,1]]',
    '[[0,0],[9999,0],[9999,9],[0,9]]',
    '[[5,5],[5,5],[5,5],[5,5]]',
  ])('answers 422 to the corners %s', async (corners) => {
    const answer = await send('/unwarp', await sample('ficha-1-scan.png'), { corners });
    expect(answer.status).toBe(422);
    expect(answer.body.error?.code).toBe('PARAMETER_INVALID');
  });
});
