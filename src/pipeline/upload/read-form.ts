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
import { fileNameOf } from './file-name.js';
import { announcedBytes } from './raw-upload.js';

const MAX_FIELDS = 32;
const MAX_FIELD_BYTES = 64 * 1024;
/** Boundaries, part headers and fields beside the files. */
const FORM_OVERHEAD_BYTES = 1024 * 1024;

/** What takes the bytes of one file; what it throws refuses the request. */
export type TakeChunk = (chunk: Buffer) => void;

/** What takes the files of a form. */
export interface FileTaker {
  /** Bytes of all files of the form. */
  readonly maxBytes: number;
  /** Further ones are not even shown to it. */
  readonly maxFiles: number;
  /** @throws AppError that refuses the request */
  open(field: string, fileName: string | null): TakeChunk;
}

/**
 * Reads a multipart form.
 * @returns its fields that are no files
 * @throws MalformedRequestError, PayloadTooLargeError, ValidationError, ClientClosedRequestError
 */
export async function readForm(request: Request, files: FileTaker): Promise<Record<string, string>> {
  const announced = announcedBytes(request);
  if (announced > files.maxBytes + FORM_OVERHEAD_BYTES) {
    throw new PayloadTooLargeError(files.maxBytes, announced);
  }
  return new FormReader(request, files).read();
}

export function fieldError(path: readonly string[], detail: string): ValidationError {
  return new ValidationError([{ pointer: toPointer(path), detail }]);
}

class FormReader {
  readonly #done = Promise.withResolvers<Record<string, string>>();
  readonly #fields = new Map<string, string>();
  #receivedBytes = 0;

  constructor(
    private readonly request: Request,
    private readonly files: FileTaker,
  ) {}

  async read(): Promise<Record<string, string>> {
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

  /** Bounds what belongs to no file and no field: skipped parts, and what stands around the parts. */
  #count(bytes: number): void {
    const { maxBytes } = this.files;
    this.#receivedBytes += bytes;
    if (this.#receivedBytes <= maxBytes + FORM_OVERHEAD_BYTES) return;
    this.#done.reject(new PayloadTooLargeError(maxBytes, this.#receivedBytes));
  }

  #createParser(): busboy.Busboy {
    try {
      return busboy({
        headers: this.request.headers,
        // RFC 7578, 5.1: names are sent as UTF-8.
        defParamCharset: 'utf8',
        // busboy calls a field truncated that has exactly the size given here.
        limits: { fields: MAX_FIELDS, fieldSize: MAX_FIELD_BYTES + 1, files: this.files.maxFiles },
      });
    } catch (cause) {
      throw new MalformedRequestError('The multipart header is not valid.', { cause });
    }
  }

  /** busboy's types know nothing of it, but a part without a name comes with `undefined`. */
  #listen(parser: busboy.Busboy): void {
    parser.on('file', (name: string | undefined, stream, info) => {
      this.#take(name, info.filename, stream);
    });
    parser.on('field', (name: string | undefined, value, info) => {
      this.#addField(name, value, info.valueTruncated);
    });
    parser.once('fieldsLimit', () => {
      this.#done.reject(fieldError([], `at most ${MAX_FIELDS} fields are accepted`));
    });
    // More than once: busboy reports every malformed part, and an error that nobody hears ends the process.
    parser.on('error', (cause) => {
      this.#refuseMalformed(cause);
    });
    parser.once('close', () => {
      this.#done.resolve(Object.fromEntries(this.#fields));
    });
  }

  #take(name: string | undefined, fileName: string | undefined, stream: Readable): void {
    // A part that breaks off is reported by the parser too; here it must only not crash the process.
    stream.on('error', (cause) => {
      this.#refuseMalformed(cause);
    });
    const take = this.#open(name, fileName);
    stream.on('data', (chunk: Buffer) => {
      try {
        take?.(chunk);
      } catch (error) {
        stream.removeAllListeners('data').resume();
        this.#fail(error);
      }
    });
  }

  /** Undefined: the request is refused, and the part is only read away. */
  #open(name: string | undefined, fileName: string | undefined): TakeChunk | undefined {
    try {
      if (name !== undefined) return this.files.open(name, fileNameOf(fileName));
      this.#refuseNameless();
    } catch (error) {
      this.#fail(error);
    }
    return undefined;
  }

  #fail(error: unknown): void {
    this.#done.reject(
      error instanceof AppError ? error : new Error('collecting a document failed', { cause: error }),
    );
  }

  #addField(name: string | undefined, value: string, truncated: boolean): void {
    if (name === undefined) this.#refuseNameless();
    else if (truncated) this.#refuse(name, `at most ${MAX_FIELD_BYTES} bytes are accepted`);
    else if (this.#fields.has(name)) this.#refuse(name, 'is given more than once');
    else this.#fields.set(name, value);
  }

  #refuse(field: string, detail: string): void {
    this.#done.reject(fieldError([field], detail));
  }

  /** RFC 7578, 4.2: every part has a name. */
  #refuseNameless(): void {
    this.#done.reject(new MalformedRequestError('A part of the form has no name.'));
  }

  #refuseMalformed(cause: unknown): void {
    this.#done.reject(new MalformedRequestError('The multipart body is malformed or cut off.', { cause }));
  }
}
