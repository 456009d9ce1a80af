import type { Readable } from 'node:stream';

import busboy from 'busboy';
import type { Request } from 'express';

import {
  AppError,
  ClientClosedRequestError,
  MalformedRequestError,
  PayloadTooLargeError,
  ValidationError,
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

  constructor(
    private readonly request: Request,
    private readonly maxDocumentBytes: number,
  ) {}

  async read(): Promise<RawUpload> {
    const parser = this.#createParser();
    this.#listen(parser);
    const onClose = (): void => {
      if (!this.request.complete) this.#done.reject(new ClientClosedRequestError());
    };
    this.request.once('close', onClose).pipe(parser);
    try {
      return await this.#done.promise;
    } finally {
      this.request.off('close', onClose).unpipe(parser);
      // What is still on its way is discarded, so that the client gets to read the answer.
      this.request.resume();
    }
  }

  #createParser(): busboy.Busboy {
    try {
      return busboy({
        headers: this.request.headers,
        limits: {
          fields: MAX_FIELDS,
          fieldSize: MAX_FIELD_BYTES,
          files: 2,
          fieldNameSize: 100,
          headerPairs: 50,
        },
      });
    } catch (cause) {
      throw new MalformedRequestError('The multipart header is not valid.', { cause });
    }
  }

  #listen(parser: busboy.Busboy): void {
    parser.on('file', (name, stream) => {
      this.#collect(name, stream);
    });
    parser.on('field', (name, value, info) => {
      this.#addField(name, value, info.valueTruncated);
    });
    parser.once('fieldsLimit', () => {
      this.#refuse('', `at most ${MAX_FIELDS} fields are accepted`);
    });
    parser.once('error', (cause) => {
      this.#done.reject(new MalformedRequestError('The multipart body is malformed or cut off.', { cause }));
    });
    parser.once('close', () => {
      this.#done.resolve({ bytes: this.#document?.bytes(), parameters: Object.fromEntries(this.#fields) });
    });
  }

  #collect(name: string, stream: Readable): void {
    // A part that breaks off is reported by the parser too; here it must only not crash the process.
    stream.on('error', (cause) => {
      this.#done.reject(new MalformedRequestError('The multipart body is malformed or cut off.', { cause }));
    });
    if (!isDocumentField(name))
      this.#refuse(`/${name}`, 'is not a file field; the document goes into `file`');
    else if (this.#document) this.#refuse(`/${name}`, 'exactly one document is accepted');
    else this.#document = new ByteCollector(this.maxDocumentBytes, announcedBytes(this.request));
    const document = this.#document;
    stream.on('data', (chunk: Buffer) => {
      try {
        document?.push(chunk);
      } catch (error) {
        this.#fail(error, stream);
      }
    });
  }

  #fail(error: unknown, stream: Readable): void {
    stream.removeAllListeners('data').resume();
    this.#done.reject(
      error instanceof AppError ? error : new Error('collecting a document failed', { cause: error }),
    );
  }

  #addField(name: string, value: string, truncated: boolean): void {
    if (truncated) this.#refuse(`/${name}`, `at most ${MAX_FIELD_BYTES} bytes are accepted`);
    else if (this.#fields.has(name)) this.#refuse(`/${name}`, 'is given more than once');
    else this.#fields.set(name, value);
  }

  #refuse(pointer: string, detail: string): void {
    this.#done.reject(new ValidationError([{ pointer, detail }]));
  }
}
