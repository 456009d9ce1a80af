import type { Readable } from 'node:stream';

import busboy from 'busboy';
import type { Request } from 'express';

import {
  AppError,
  ClientClosedRequestError,
  MalformedRequestError,
  PayloadTooLargeError,
  ValidationError,
  toPointer,
} from '../../common/errors/index.js';
import { ByteCollector } from './byte-collector.js';
import { type RawUpload, announcedBytes, isDocumentField } from './raw-upload.js';

const MAX_FIELDS = 32;
const MAX_FIELD_BYTES = 64 * 1024;
/** Boundaries, part headers and fields beside the document. */
const FORM_OVERHEAD_BYTES = 1024 * 1024;

/** @throws MalformedRequestError, PayloadTooLargeError, ValidationError, ClientClosedRequestError */
export async function readMultipart(request: Request, maxDocumentBytes: number): Promise<RawUpload> {
  const announced = announcedBytes(request);
  if (announced > maxDocumentBytes + FORM_OVERHEAD_BYTES) {
    throw new PayloadTooLargeError(maxDocumentBytes, announced);
  }
  return new MultipartReader(request, maxDocumentBytes).read();
}

class MultipartReader {
  readonly #done = Promise.withResolvers<RawUpload>();
  readonly #fields = new Map<string, string>();
  #document: ByteCollector | undefined;
  #receivedBytes = 0;

  constructor(
    private readonly request: Request,
    private readonly maxDocumentBytes: number,
  ) {}

  async read(): Promise<RawUpload> {
    const { request } = this;
    const parser = this.#createParser();
    this.#listen(parser);
    const onClose = (): void => {
      if (!request.complete) this.#done.reject(new ClientClosedRequestError());
    };
    const onData = (chunk: Buffer): void => {
      this.#count(chunk.length);
    };
    // The client may have gone while its token was checked; nothing would be heard of it any more.
    if (request.closed) onClose();
    request.once('close', onClose).on('data', onData).pipe(parser);
    try {
      return await this.#done.promise;
    } finally {
      request.off('close', onClose).off('data', onData).unpipe(parser);
      // What is still on its way is discarded, so that the client gets to read the answer.
      request.resume();
    }
  }

  /** Bounds what belongs to no document and no field: skipped parts, and what stands around the parts. */
  #count(bytes: number): void {
    this.#receivedBytes += bytes;
    if (this.#receivedBytes <= this.maxDocumentBytes + FORM_OVERHEAD_BYTES) return;
    this.#done.reject(new PayloadTooLargeError(this.maxDocumentBytes, this.#receivedBytes));
  }

  #createParser(): busboy.Busboy {
    try {
      return busboy({
        headers: this.request.headers,
        // busboy calls a field truncated that has exactly the size given here.
        limits: { fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES + 1, files: 2 },
      });
    } catch (cause) {
      throw new MalformedRequestError('The multipart header is not valid.', { cause });
    }
  }

  /** busboy's types know nothing of it, but a part without a name comes with `undefined`. */
  #listen(parser: busboy.Busboy): void {
    parser.on('file', (name: string | undefined, stream) => {
      this.#collect(name, stream);
    });
    parser.on('field', (name: string | undefined, value, info) => {
      this.#addField(name, value, info.valueTruncated);
    });
    parser.once('fieldsLimit', () => {
      this.#refuse([], `at most ${MAX_FIELDS} fields are accepted`);
    });
    // More than once: busboy reports every malformed part, and an error that nobody hears ends the process.
    parser.on('error', (cause) => {
      this.#refuseMalformed(cause);
    });
    parser.once('close', () => {
      const document = this.#document && { bytes: this.#document.bytes(), sha256: this.#document.digest() };
      this.#done.resolve({ document, parameters: Object.fromEntries(this.#fields) });
    });
  }

  #collect(name: string | undefined, stream: Readable): void {
    // A part that breaks off is reported by the parser too; here it must only not crash the process.
    stream.on('error', (cause) => {
      this.#refuseMalformed(cause);
    });
    const document = this.#openDocument(name);
    stream.on('data', (chunk: Buffer) => {
      try {
        document?.push(chunk);
      } catch (error) {
        this.#fail(error, stream);
      }
    });
  }

  /** Undefined: the request is refused, and the part is only read away. */
  #openDocument(name: string | undefined): ByteCollector | undefined {
    if (name === undefined) this.#refuseNameless();
    else if (!isDocumentField(name))
      this.#refuse([name], 'is not a file field; the document goes into `file`');
    else if (this.#document) this.#refuse([name], 'exactly one document is accepted');
    else return (this.#document = new ByteCollector(this.maxDocumentBytes, announcedBytes(this.request)));
    return undefined;
  }

  #fail(error: unknown, stream: Readable): void {
    stream.removeAllListeners('data').resume();
    this.#done.reject(
      error instanceof AppError ? error : new Error('collecting a document failed', { cause: error }),
    );
  }

  #addField(name: string | undefined, value: string, truncated: boolean): void {
    if (name === undefined) this.#refuseNameless();
    else if (truncated) this.#refuse([name], `at most ${MAX_FIELD_BYTES} bytes are accepted`);
    else if (this.#fields.has(name)) this.#refuse([name], 'is given more than once');
    else this.#fields.set(name, value);
  }

  #refuse(path: readonly string[], detail: string): void {
    this.#done.reject(new ValidationError([{ pointer: toPointer(path), detail }]));
  }

  /** RFC 7578, 4.2: every part has a name. */
  #refuseNameless(): void {
    this.#done.reject(new MalformedRequestError('A part of the form has no name.'));
  }

  #refuseMalformed(cause: unknown): void {
    this.#done.reject(new MalformedRequestError('The multipart body is malformed or cut off.', { cause }));
  }
}
