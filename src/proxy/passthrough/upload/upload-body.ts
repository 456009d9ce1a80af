import type { IncomingMessage } from 'node:http';

import { RequestTimeoutError } from '../../../common/errors/index.js';
import type { RequestBody } from '../../service-client/index.js';
import { noteStreamed } from '../young-collection.js';
import type { Recording } from './recording.js';
import { RequestReader } from './request-reader.js';
import { UploadLostError } from './upload-errors.js';

/** Slower uploads hold their place among the running calls for nothing. */
const MIN_BYTES_PER_SECOND = 1024;

/**
 * The body of a client's request, on its way to a microservice while it comes in. With a recording it can be sent again
 * from its first byte; without one only as long as nothing has been read.
 */
export class UploadBody implements RequestBody {
  readonly contentLength: number | undefined;
  readonly #source: RequestReader;
  #size = 0;
  #isEnded = false;
  #waitedMs = 0;
  #pending: Promise<Buffer> | undefined;
  #recorded: Promise<void> | undefined;

  /** @param idleMs after which a client that sends nothing is given up */
  constructor(
    request: IncomingMessage,
    private readonly recording: Recording | undefined,
    private readonly idleMs: number,
  ) {
    const { 'content-length': length } = request.headers;
    this.contentLength = length === undefined ? undefined : Number(length);
    this.#source = new RequestReader(request);
  }

  get isReplayable(): boolean {
    return this.#size === 0 || (this.recording?.isComplete ?? false);
  }

  /** @throws ClientClosedRequestError, RequestTimeoutError, UploadLostError */
  async *chunks(): AsyncGenerator<Buffer, void> {
    let position = 0;
    for (;;) {
      const chunk = position < this.#size ? await this.#again(position) : await this.#next();
      if (chunk.length === 0) return;
      position += chunk.length;
      yield chunk;
    }
  }

  async close(): Promise<void> {
    this.#source.release();
    // A file that is just being created must not be forgotten.
    await this.#pending?.catch(() => undefined);
    await this.recording?.drop();
  }

  /** An end that comes too early would look like the end of the body. */
  async #again(position: number): Promise<Buffer> {
    await this.#recorded;
    if (!this.recording?.isComplete) throw new UploadLostError();
    return this.recording.readAt(position);
  }

  /** Shared by an attempt and its successor: what the first had asked for is not lost to the second. */
  #next(): Promise<Buffer> {
    if (this.#isEnded) return Promise.resolve(Buffer.alloc(0));
    this.#pending ??= this.#pull().finally(() => (this.#pending = undefined));
    return this.#pending;
  }

  /** Empty: the end. */
  async #pull(): Promise<Buffer> {
    const chunk = await this.#read();
    if (!chunk) {
      this.#isEnded = true;
      return Buffer.alloc(0);
    }
    this.#recorded = this.recording?.append(chunk);
    await this.#recorded;
    this.#size += chunk.length;
    noteStreamed(chunk.length);
    return chunk;
  }

  /** Only the time spent waiting for the client counts against it: a microservice may be the slow one. */
  async #read(): Promise<Buffer | undefined> {
    const startedAt = performance.now();
    const chunk = await this.#readWithin();
    this.#waitedMs += performance.now() - startedAt;
    if (this.#size < ((this.#waitedMs - this.idleMs) / 1000) * MIN_BYTES_PER_SECOND) {
      throw new RequestTimeoutError('The body comes too slowly.');
    }
    return chunk;
  }

  async #readWithin(): Promise<Buffer | undefined> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      late.reject(new RequestTimeoutError(`Nothing of the body came for ${this.idleMs} ms.`));
    }, this.idleMs);
    try {
      return await Promise.race([this.#source.next(), late.promise]);
    } finally {
      clearTimeout(timer);
    }
  }
}
