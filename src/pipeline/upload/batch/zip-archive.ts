import { type Entry, fromBufferPromise, getFileNameLowLevel } from 'yauzl';

import { fileNameOf } from '../file-name.js';
import { ArchiveUnreadableError, BatchError, BatchTooManyDocumentsError } from './batch-errors.js';

/** `PK` and the first record of an archive, or the end of an empty one. */
const SIGNATURE = /^PK(?:\x03\x04|\x05\x06)/;
/** Room for folders and for what macOS puts beside each file. */
const ENTRIES_PER_DOCUMENT = 4;
/** What systems add for themselves, and folders. */
const NO_DOCUMENT = /^__MACOSX\/|\/$|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/;

/** A file of an archive, still packed. */
export interface PackedFile {
  readonly fileName: string | null;
  readonly entry: Entry;
  readonly packed: Buffer;
}

/** Where an entry stands in the archive, from its header to its last byte. */
interface Located extends PackedFile {
  readonly start: number;
  readonly end: number;
}

export function isZip(bytes: Buffer): boolean {
  return SIGNATURE.test(bytes.toString('latin1', 0, 4));
}

/**
 * The files of a ZIP, without those that systems add for themselves; nothing is unpacked yet.
 * @throws ArchiveUnreadableError, BatchTooManyDocumentsError
 */
export async function listFiles(archive: Buffer, maxDocuments: number): Promise<PackedFile[]> {
  try {
    const files = await locateFiles(archive, maxDocuments);
    requireApart(files);
    return files;
  } catch (error) {
    throw error instanceof BatchError ? error : new ArchiveUnreadableError(error);
  }
}

async function locateFiles(archive: Buffer, maxDocuments: number): Promise<Located[]> {
  // Names are decoded here: the library refuses the whole archive for a name that would be a way out of a folder.
  const zip = await fromBufferPromise(archive, { decodeStrings: false, validateEntrySizes: false });
  if (zip.entryCount > maxDocuments * ENTRIES_PER_DOCUMENT) {
    throw new BatchTooManyDocumentsError(maxDocuments, zip.entryCount);
  }
  const files: Located[] = [];
  for await (const entry of zip.eachEntry()) {
    const path = getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      false,
    );
    if (NO_DOCUMENT.test(path)) continue;
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const end = fileDataStart + entry.compressedSize;
    const packed = archive.subarray(fileDataStart, end);
    files.push({ fileName: fileNameOf(path), entry, packed, start: entry.relativeOffsetOfLocalHeader, end });
  }
  return files;
}

/** Entries that share their bytes unpack to any multiple of the archive. */
function requireApart(files: readonly Located[]): void {
  let end = 0;
  for (const file of files.toSorted((a, b) => a.start - b.start)) {
    if (file.start < end) throw new ArchiveUnreadableError();
    ({ end } = file);
  }
}
