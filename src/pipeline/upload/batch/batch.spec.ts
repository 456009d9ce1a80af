import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflateRaw, deflateRawSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { sampleDocument } from '../../../../test/support/documents.js';
import { seededRandom } from '../../../../test/support/seeded-random.js';
import { makeZip, type ZipEntry } from '../../../../test/support/zip.js';
import { Batch } from './batch.js';
import { BatchError } from './batch-errors.js';

const MB = 1024 * 1024;
const LIMITS = {
  max_document_bytes: MB,
  max_pixels: 50_000_000,
  max_batch_documents: 10,
  max_batch_bytes: 4 * MB,
};
/** How much is unpacked before anyone looks at it. */
const CHUNK_BYTES = 64 * 1024;
const STORED = 0;

const PDF = pdf(100);
const JPEG = sampleDocument('cedula-1-scan.jpg');
const NAMED_PDF: ZipEntry = { name: 'a.pdf', content: PDF };

/** Of this many bytes, which compress to next to nothing. */
function pdf(bytes: number): Buffer {
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes - 9)]);
}

async function add(...archives: readonly Buffer[]): Promise<Batch> {
  const batch = new Batch(LIMITS);
  for (const bytes of archives) await batch.add({ fileName: 'upload', bytes });
  return batch;
}

const addZip = (...entries: readonly ZipEntry[]): Promise<Batch> => add(makeZip(entries));

const refusals = ({ refused }: Batch): unknown => refused.map(({ fileName, code }) => [fileName, code]);
const names = ({ documents }: Batch): unknown => documents.map(({ fileName }) => fileName);

describe('Batch', () => {
  it('takes documents and archives of documents, in their order', async () => {
    const zip = makeZip([
      { name: 'scans/', content: Buffer.alloc(0), method: STORED },
      { name: 'scans/cédula.jpg', content: JPEG, method: STORED },
      { name: '__MACOSX/scans/._cédula.jpg', content: Buffer.from('resources') },
      { name: 'scans/.DS_Store', content: Buffer.from('icons') },
      { name: 'scans/a.pdf', content: PDF },
    ]);
    const { documents, refused } = await add(JPEG, zip, PDF);
    expect(refused).toEqual([]);
    expect(documents.map(({ fileName, document }) => [fileName, document.mediaType])).toEqual([
      ['upload', 'image/jpeg'],
      ['cédula.jpg', 'image/jpeg'],
      ['a.pdf', 'application/pdf'],
      ['upload', 'application/pdf'],
    ]);
    expect(documents[1]?.document).toEqual({
      bytes: JPEG,
      mediaType: 'image/jpeg',
      sha256: hash('sha256', JPEG),
    });
    expect(documents[2]?.document.bytes.equals(PDF)).toBe(true);
  });

  it('takes nothing from an empty archive', async () => {
    expect(await addZip()).toMatchObject({ documents: [], refused: [] });
  });

  it.each<[string, Partial<ZipEntry>, string]>([
    ['text', { content: Buffer.from('hello') }, 'DOCUMENT_TYPE_UNSUPPORTED'],
    ['no bytes', { content: Buffer.alloc(0) }, 'DOCUMENT_EMPTY'],
    [
      'a damaged image header',
      { content: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
      'DOCUMENT_UNREADABLE',
    ],
    ['an archive', { content: makeZip([NAMED_PDF]) }, 'ARCHIVE_NESTED'],
    ['an empty archive', { content: makeZip([]) }, 'ARCHIVE_NESTED'],
    ['a byte too many', { content: pdf(MB + 1) }, 'PAYLOAD_TOO_LARGE'],
    ['a byte too many, not compressed', { content: pdf(MB + 1), method: STORED }, 'PAYLOAD_TOO_LARGE'],
    ['a byte too many behind a small size', { content: pdf(MB + 1), declaredSize: 100 }, 'PAYLOAD_TOO_LARGE'],
    ['a size that is too small', { content: PDF, declaredSize: PDF.length - 1 }, 'DOCUMENT_CORRUPT'],
    ['a size that is far too large', { content: PDF, declaredSize: 2 ** 32 - 2 }, 'DOCUMENT_CORRUPT'],
    ['other bytes than were packed', { content: PDF, packed: deflateRawSync(pdf(100).fill(1, 20)) }, 'DOCUMENT_CORRUPT'], // prettier-ignore
    ['what is not compressed at all', { content: PDF, packed: Buffer.alloc(50, 0xff) }, 'DOCUMENT_CORRUPT'],
    ['half of what was compressed', { content: PDF, packed: deflateRawSync(PDF).subarray(0, 10) }, 'DOCUMENT_CORRUPT'], // prettier-ignore
    ['another compression', { content: PDF, method: 93 }, 'DOCUMENT_CORRUPT'],
    ['a password', { content: PDF, flags: 1 }, 'DOCUMENT_ENCRYPTED'],
  ])('refuses %s, and takes the rest', async (_what, entry, code) => {
    const batch = await addZip(NAMED_PDF, { name: 'bad', content: PDF, ...entry }, NAMED_PDF);
    expect(refusals(batch)).toEqual([['bad', code]]);
    expect(names(batch)).toEqual(['a.pdf', 'a.pdf']);
  });

  it('takes documents of exactly the limit', async () => {
    expect(names(await addZip({ name: 'a.pdf', content: pdf(MB) }))).toEqual(['a.pdf']);
  });

  it('shows names, and never believes that they are paths', async () => {
    const paths = [
      '../../etc/passwd',
      '/root/b.pdf',
      'C:\\scans\\c.pdf',
      'd\0\n.pdf',
      `${'e'.repeat(300)}.pdf`,
    ];
    const batch = await addZip(...paths.map((name) => ({ name, content: PDF })));
    expect(names(batch)).toEqual(['passwd', 'b.pdf', 'c.pdf', 'd.pdf', 'e'.repeat(255)]);
  });
});

describe('Batch › faults that end it', () => {
  const many = (count: number): ZipEntry[] => Array.from({ length: count }, () => NAMED_PDF);

  it.each([
    ['in one archive', [makeZip(many(11))]],
    ['in several archives', [makeZip(many(5)), makeZip(many(6))]],
    ['in an archive and beside it', [makeZip(many(10)), PDF]],
    ['of which some are refused', [...Array.from({ length: 10 }, () => Buffer.from('text')), PDF]],
  ])('more documents than it may have, %s', async (_what, archives) => {
    await expect(add(...archives)).rejects.toMatchObject({
      code: 'BATCH_TOO_MANY_DOCUMENTS',
      status: 413,
      extensions: { limit: 10, actual: 11 },
    });
  });

  it('an archive of countless entries, before one of them is looked at', async () => {
    const folders = Array.from({ length: 5_000 }, () => ({ name: '/', content: PDF, sharedWith: 0 }));
    await expect(addZip(NAMED_PDF, ...folders)).rejects.toMatchObject({
      code: 'BATCH_TOO_MANY_DOCUMENTS',
      extensions: { limit: 10, actual: 5_001 },
    });
  });

  it.each([
    ['unpacked', [makeZip(Array.from({ length: 5 }, () => ({ name: 'a', content: pdf(MB) })))]],
    [
      'not compressed',
      [makeZip(Array.from({ length: 5 }, () => ({ name: 'a', content: pdf(MB), method: STORED })))],
    ],
    ['refused one by one', [makeZip(Array.from({ length: 5 }, () => ({ name: 'a', content: pdf(2 * MB) })))]],
    [
      'damaged',
      [makeZip(Array.from({ length: 5 }, () => ({ name: 'a', content: pdf(MB), declaredSize: 1 })))],
    ],
    ['beside each other', Array.from({ length: 5 }, () => pdf(MB))],
  ])('more bytes than it may have, %s', async (_what, archives) => {
    const error: unknown = await add(...archives).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'BATCH_TOO_LARGE', status: 413, extensions: { limit: 4 * MB } });
    expect((error as BatchError).extensions.actual).toBeLessThanOrEqual(5 * MB);
  });

  it('entries that share their bytes', async () => {
    const archive = makeZip([NAMED_PDF, { ...NAMED_PDF, sharedWith: 0 }]);
    await expect(add(archive)).rejects.toMatchObject({ code: 'ARCHIVE_UNREADABLE', status: 422 });
  });

  it('an archive that is cut off, wherever', async () => {
    const whole = makeZip([NAMED_PDF, { name: 'b.jpg', content: PDF, method: STORED }]);
    for (let length = 4; length < whole.length; length += 1) {
      await expect(add(whole.subarray(0, length))).rejects.toMatchObject({ code: 'ARCHIVE_UNREADABLE' });
    }
  });

  it('a directory that points nowhere', async () => {
    const whole = makeZip([NAMED_PDF]);
    const offsetOfFirst = whole.length - 22 - 'a.pdf'.length - 4;
    whole.writeUInt32LE(10, offsetOfFirst);
    await expect(add(whole)).rejects.toMatchObject({ code: 'ARCHIVE_UNREADABLE' });
  });

  it('no archive that is damaged ends in anything but an answer', async () => {
    const random = seededRandom(7);
    const whole = makeZip([NAMED_PDF, { name: 'b.jpg', content: JPEG.subarray(0, 200), method: STORED }]);
    for (let round = 0; round < 2_000; round += 1) {
      const damaged = Buffer.from(whole);
      for (let hit = 0; hit < 3; hit += 1) {
        damaged.writeUInt8(Math.floor(random() * 256), 4 + Math.floor(random() * (whole.length - 4)));
      }
      const error: unknown = await add(damaged).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (error !== undefined) expect(error).toBeInstanceOf(BatchError);
    }
  });
});

describe('Batch › a decompression bomb', () => {
  /** A quarter of a gigabyte in a quarter of a megabyte. */
  async function bomb(): Promise<ZipEntry> {
    const zeros = Buffer.alloc(MB);
    const content = Readable.from(Array.from({ length: 256 }, () => zeros));
    return { name: 'bomb', content: zeros, packed: await buffer(content.pipe(createDeflateRaw())) };
  }

  async function peakDuring(work: Promise<unknown>): Promise<number> {
    const used = (): number => process.memoryUsage().arrayBuffers;
    const before = used();
    let peak = before;
    const timer = setInterval(() => (peak = Math.max(peak, used())), 1);
    await work.finally(() => {
      peak = Math.max(peak, used());
      clearInterval(timer);
    });
    return peak - before;
  }

  it('is left where it passes the limit', async () => {
    const zip = makeZip([await bomb(), NAMED_PDF]);
    const batch = new Batch(LIMITS);
    const peak = await peakDuring(batch.add({ fileName: 'bomb.zip', bytes: zip }));
    expect(refusals(batch)).toEqual([['bomb', 'PAYLOAD_TOO_LARGE']]);
    expect(names(batch)).toEqual(['a.pdf']);
    expect(peak).toBeLessThan(8 * MB);
  });

  it('of many entries ends the batch where they pass the limit together', async () => {
    const entry = await bomb();
    const zip = makeZip(Array.from({ length: 10 }, () => entry));
    const batch = new Batch(LIMITS);
    let error: unknown;
    const work = batch.add({ fileName: 'bomb.zip', bytes: zip }).catch((thrown: unknown) => (error = thrown));
    expect(await peakDuring(work)).toBeLessThan(16 * MB);
    expect(error).toMatchObject({ code: 'BATCH_TOO_LARGE' });
    expect((error as BatchError).extensions.actual).toBeLessThanOrEqual(4 * MB + CHUNK_BYTES);
  });
});
