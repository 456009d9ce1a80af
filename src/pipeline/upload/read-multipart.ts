import type { Request } from 'express';

import { ByteCollector } from './byte-collector.js';
import { type RawUpload, type ReceivedDocument, announcedBytes, isDocumentField } from './raw-upload.js';
import { type FileTaker, type TakeChunk, fieldError, readForm } from './read-form.js';

/**
 * Reads a form with one document.
 * @throws MalformedRequestError, PayloadTooLargeError, ValidationError, ClientClosedRequestError
 */
export async function readMultipart(request: Request, maxDocumentBytes: number): Promise<RawUpload> {
  const taker = new DocumentTaker(maxDocumentBytes, announcedBytes(request));
  const parameters = await readForm(request, taker);
  return { document: taker.document(), parameters };
}

class DocumentTaker implements FileTaker {
  /** The second one is looked at only to be refused. */
  readonly maxFiles = 2;
  #taken: { readonly bytes: ByteCollector; readonly fileName: string | null } | undefined;

  constructor(
    readonly maxBytes: number,
    private readonly announced: number,
  ) {}

  open(field: string, fileName: string | null): TakeChunk {
    if (!isDocumentField(field))
      throw fieldError([field], 'is not a file field; the document goes into `file`');
    if (this.#taken) throw fieldError([field], 'exactly one document is accepted');
    const bytes = new ByteCollector(this.maxBytes, this.announced);
    this.#taken = { bytes, fileName };
    return (chunk) => {
      bytes.push(chunk);
    };
  }

  /** To be asked for once, at the end. Undefined: the form had none. */
  document(): ReceivedDocument | undefined {
    if (!this.#taken) return undefined;
    const { bytes, fileName } = this.#taken;
    return { bytes: bytes.bytes(), sha256: bytes.digest(), fileName };
  }
}
