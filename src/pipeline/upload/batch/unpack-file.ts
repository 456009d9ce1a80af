import { crc32, createInflateRaw } from 'node:zlib';

import { AppError, PayloadTooLargeError } from '../../../common/errors/index.js';
import { GrowingBuffer } from '../growing-buffer.js';
import { ArchiveNestedError, DocumentCorruptError, DocumentEncryptedError } from './batch-errors.js';
import { isZip, type PackedFile } from './zip-archive.js';

const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 64 * 1024;

/** Is told of every byte that is unpacked, before it is kept; what it throws ends the unpacking. */
export type Spend = (bytes: number) => void;

/**
 * Unpacks a file and stops where it passes a limit: what the archive says of its size is not believed.
 * @throws PayloadTooLargeError, DocumentEncryptedError, DocumentCorruptError, ArchiveNestedError, and what `spend` throws
 */
export async function unpackFile(file: PackedFile, maxBytes: number, spend: Spend): Promise<Buffer> {
  const { entry } = file;
  if (entry.isEncrypted()) throw new DocumentEncryptedError();
  const bytes = await unpack(file, maxBytes, spend);
  if (bytes.length !== entry.uncompressedSize || crc32(bytes) !== entry.crc32)
    throw new DocumentCorruptError();
  if (isZip(bytes)) throw new ArchiveNestedError();
  return bytes;
}

async function unpack({ entry, packed }: PackedFile, maxBytes: number, spend: Spend): Promise<Buffer> {
  switch (entry.compressionMethod) {
    case STORED:
      spend(packed.length);
      if (packed.length > maxBytes) throw new PayloadTooLargeError(maxBytes, packed.length);
      return packed;
    case DEFLATED:
      return inflate(packed, new GrowingBuffer(maxBytes, entry.uncompressedSize), spend);
    default:
      throw new DocumentCorruptError();
  }
}

async function inflate(packed: Buffer, into: GrowingBuffer, spend: Spend): Promise<Buffer> {
  try {
    const inflater = createInflateRaw({ chunkSize: CHUNK_BYTES });
    inflater.end(packed);
    for await (const chunk of inflater as AsyncIterable<Buffer>) {
      spend(chunk.length);
      into.push(chunk);
    }
    return into.bytes();
  } catch (error) {
    throw error instanceof AppError ? error : new DocumentCorruptError(error);
  }
}
