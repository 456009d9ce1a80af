import type { Request } from 'express';

import { GrowingBuffer } from '../growing-buffer.js';
import { announcedBytes } from '../raw-upload.js';
import { type FileTaker, type TakeChunk, fieldError, readForm } from '../read-form.js';
import { BatchTooManyDocumentsError } from './batch-errors.js';
import { isZip } from './zip-archive.js';

/** The first is the documented one; the others are what HTTP clients make of a list. */
const FIELDS: readonly string[] = ['file', 'files', 'files[]'];

export interface PartLimits {
  readonly maxParts: number;
  /** Bytes of a part that is no ZIP. */
  readonly maxDocumentBytes: number;
  /** Bytes of all parts. */
  readonly maxBytes: number;
}

/** A file of the form: a document or a ZIP. */
export interface Part {
  readonly fileName: string | null;
  /** Undefined: it was too large for a document, and is not kept. */
  readonly bytes: Buffer | undefined;
}

/**
 * Reads a form with many files, into one buffer.
 * @throws MalformedRequestError, PayloadTooLargeError, ValidationError, BatchTooManyDocumentsError,
 * ClientClosedRequestError
 */
export async function readParts(
  request: Request,
  limits: PartLimits,
): Promise<{ parts: Part[]; parameters: Record<string, string> }> {
  const taker = new PartsTaker(limits, announcedBytes(request));
  const parameters = await readForm(request, taker);
  return { parts: taker.parts(), parameters };
}

interface Extent {
  readonly fileName: string | null;
  /** Known with its first bytes: the next part may be opened while those of the last one are still to come. */
  start: number | undefined;
  end: number;
  isTooLarge: boolean;
}

class PartsTaker implements FileTaker {
  readonly maxBytes: number;
  readonly maxFiles: number;
  readonly #buffer: GrowingBuffer;
  readonly #extents: Extent[] = [];

  constructor(
    private readonly limits: PartLimits,
    announced: number,
  ) {
    this.maxBytes = limits.maxBytes;
    this.maxFiles = limits.maxParts + 1;
    this.#buffer = new GrowingBuffer(limits.maxBytes, announced);
  }

  open(field: string, fileName: string | null): TakeChunk {
    const { maxParts } = this.limits;
    if (!FIELDS.includes(field))
      throw fieldError([field], 'is not a file field; each document goes into a `file`');
    if (this.#extents.length === maxParts) throw new BatchTooManyDocumentsError(maxParts, maxParts + 1);
    const extent: Extent = { fileName, start: undefined, end: 0, isTooLarge: false };
    this.#extents.push(extent);
    return (chunk) => {
      this.#take(extent, chunk);
    };
  }

  /** To be asked for at the end: the buffer may move while it grows. */
  parts(): Part[] {
    return this.#extents.map(({ fileName, start, end, isTooLarge }) => ({
      fileName,
      bytes: isTooLarge ? undefined : this.#buffer.bytes(start ?? 0, end),
    }));
  }

  #take(extent: Extent, chunk: Buffer): void {
    if (extent.isTooLarge) return;
    const start = (extent.start ??= this.#buffer.length);
    this.#buffer.push(chunk);
    const end = (extent.end = this.#buffer.length);
    if (end - start <= this.limits.maxDocumentBytes || isZip(this.#buffer.bytes(start, end))) return;
    extent.isTooLarge = true;
    this.#buffer.cutTo(start);
  }
}
