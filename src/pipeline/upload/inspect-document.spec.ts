import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { inspectDocument } from './inspect-document.js';

const MAX_PIXELS = 50_000_000;
const DOCUMENTS = new URL('../../../examples/documents/', import.meta.url);

function sample(name: string): Buffer {
  return readFileSync(new URL(name, DOCUMENTS));
}

/** IHDR, which is all of a PNG that the gateway reads. */
function pngHeader(width: number, height: number): Buffer {
  const sides = Buffer.alloc(8);
  sides.writeUInt32BE(width, 0);
  sides.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), sides, Buffer.alloc(32)]);
}

/** Milliseconds of this thread's own work: a busy machine must not fail the test. */
function cpuMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(since);
  return (user + system) / 1000;
}

/** The media type of a document that is accepted, the code of the error of one that is not. */
function outcome(bytes: Buffer, maxPixels = MAX_PIXELS): unknown {
  try {
    return inspectDocument(bytes, maxPixels).mediaType;
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
}

describe('inspectDocument › formats', () => {
  it.each([
    ['cedula-1-scan.jpg', 'image/jpeg'],
    ['ficha-1-scan.png', 'image/png'],
    ['ficha-2-fax.tiff', 'image/tiff'],
    ['cedula-3-turned-noisy.webp', 'image/webp'],
    ['ficha-3-faded.pdf', 'application/pdf'],
  ])('%s › %s, and the bytes untouched', (name, mediaType) => {
    const bytes = sample(name);
    const document = inspectDocument(bytes, MAX_PIXELS);
    expect(document.mediaType).toBe(mediaType);
    expect(document.bytes).toBe(bytes);
  });

  it.each([
    ['text', 'This is no picture, and calls itself photo.jpg.'],
    ['one letter', 'x'],
    ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['HTML', '<!doctype html><script>alert(1)</script>'],
    ['GIF', 'GIF89a\u0001\u0000\u0001\u0000\u0000'],
    ['ZIP', 'PK\u0003\u0004\u0014\u0000\u0000\u0000'],
    ['a program', '\u007fELF\u0002\u0001\u0001\u0000'],
    ['an MP3 that says so at length', 'ID3\u0003\u0000\u0000\u007f\u007f\u007f\u007f'],
    ['HEIC', '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'],
    ['RIFF that is no WebP', 'RIFF\u0024\u0000\u0000\u0000WAVEfmt '],
    ['zeros', '\u0000'.repeat(4096)],
    ['a PDF behind something else', 'x%PDF-1.7'],
    ['the half of a PNG signature', '\u0089PNG'],
  ])('%s › 415', (_what, content) => {
    expect(outcome(Buffer.from(content, 'latin1'))).toBe('DOCUMENT_TYPE_UNSUPPORTED');
  });

  it('no bytes › 400', () => {
    expect(outcome(Buffer.alloc(0))).toBe('DOCUMENT_EMPTY');
  });
});

describe('inspectDocument › pixels', () => {
  it('refuses a PNG that claims 100000 × 100000, from its header', () => {
    expect(() => inspectDocument(pngHeader(100_000, 100_000), MAX_PIXELS)).toThrow(
      expect.objectContaining({
        status: 413,
        code: 'DOCUMENT_TOO_MANY_PIXELS',
        extensions: { limit: MAX_PIXELS, actual: 10_000_000_000 },
      }),
    );
    const before = process.threadCpuUsage();
    outcome(pngHeader(100_000, 100_000));
    expect(cpuMs(before)).toBeLessThan(50);
  });

  it('accepts exactly the limit, and not a pixel more', () => {
    expect(outcome(pngHeader(100, 100), 10_000)).toBe('image/png');
    expect(outcome(pngHeader(73, 137), 10_000)).toBe('DOCUMENT_TOO_MANY_PIXELS');
  });

  it.each([
    [0, 100],
    [100, 0],
  ])('%d × %d › 422', (width, height) => {
    expect(outcome(pngHeader(width, height))).toBe('DOCUMENT_UNREADABLE');
  });
});

describe('inspectDocument › damaged headers', () => {
  it.each([
    ['cedula-1-scan.jpg', 8],
    ['cedula-1-scan.jpg', 20],
    ['ficha-1-scan.png', 20],
    ['ficha-1-scan.png', 23],
    ['ficha-2-fax.tiff', 7],
    ['ficha-2-fax.tiff', 12],
    ['cedula-3-turned-noisy.webp', 16],
    ['cedula-3-turned-noisy.webp', 27],
  ])('%s cut off after %d bytes › 422', (name, length) => {
    expect(outcome(sample(name).subarray(0, length))).toBe('DOCUMENT_UNREADABLE');
  });

  it.each(['cedula-1-scan.jpg', 'ficha-1-scan.png', 'ficha-2-fax.tiff', 'pasaporte-3-upside-down.webp'])(
    '%s cut off anywhere › refused or accepted, and never read past its end',
    (name) => {
      // What follows the cut must not matter, so it is made to look like enormous sides.
      const whole = sample(name);
      for (let length = 1; length < 200; length += 1) {
        const followed = Buffer.alloc(4096, 0x7f);
        whole.copy(followed, 0, 0, length);
        const accepted = expect.stringMatching(/^(image\/\w+|DOCUMENT_(UNREADABLE|TYPE_UNSUPPORTED))$/);
        expect(outcome(followed.subarray(0, length))).toEqual(accepted);
      }
    },
  );
});
