import { createHash, hash, type Hash } from 'node:crypto';

import { PayloadTooLargeError } from '../../common/errors/index.js';

const NOTHING = Buffer.alloc(0);

/**
 * Gathers a stream in one buffer. A list of chunks that is joined in the end would hold the document twice;
 * with an announced length this one copies each but once, and a document that comes in one piece not at all.
 * The digest is made while the rest is still on its way.
 */
export class ByteCollector {
  #buffer: Buffer = NOTHING;
  /** Of a document in several pieces. */
  #hash: Hash | undefined;
  #length = 0;

  /**
   * @param limit bytes accepted
   * @param expected bytes announced by the client; a hint, never trusted
   */
  constructor(
    private readonly limit: number,
    private readonly expected = 0,
  ) {}

  /**
   * @param chunk which nobody writes to any more
   * @throws PayloadTooLargeError
   */
  push(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.limit) throw new PayloadTooLargeError(this.limit, Math.max(length, this.expected));
    if (this.#length === 0) this.#buffer = chunk;
    else this.#append(chunk, length);
    this.#length = length;
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  /** SHA-256 in hexadecimal; to be asked for once, at the end. */
  digest(): string {
    return this.#hash ? this.#hash.digest('hex') : hash('sha256', this.bytes());
  }

  #append(chunk: Buffer, length: number): void {
    this.#hash ??= createHash('sha256').update(this.bytes());
    if (length > this.#buffer.length) this.#grow(length);
    chunk.copy(this.#buffer, this.#length);
    this.#hash.update(chunk);
  }

  /** Also before the second piece: the first one is not ours to write behind. */
  #grow(needed: number): void {
    const size = Math.max(needed, this.expected, this.#buffer.length * 2);
    const larger = Buffer.allocUnsafe(Math.min(this.limit, size));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
