import { createHash } from 'node:crypto';

import { PayloadTooLargeError } from '../../common/errors/index.js';

const INITIAL_BYTES = 64 * 1024;

/**
 * Gathers a stream in one buffer. A list of chunks that is joined in the end would hold the document twice;
 * with an announced length this one never copies what it has. The digest is made while the rest is still on its way.
 */
export class ByteCollector {
  #buffer: Buffer;
  readonly #hash = createHash('sha256');
  #length = 0;

  /**
   * @param limit bytes accepted
   * @param expected bytes announced by the client; a hint, never trusted
   */
  constructor(
    private readonly limit: number,
    private readonly expected = 0,
  ) {
    this.#buffer = Buffer.allocUnsafe(Math.min(limit, Math.max(expected, INITIAL_BYTES)));
  }

  /** @throws PayloadTooLargeError */
  push(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.limit) throw new PayloadTooLargeError(this.limit, Math.max(length, this.expected));
    if (length > this.#buffer.length) this.#grow(length);
    chunk.copy(this.#buffer, this.#length);
    this.#length = length;
    this.#hash.update(chunk);
  }

  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }

  /** SHA-256 in hexadecimal; to be asked for once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.min(this.limit, Math.max(needed, this.#buffer.length * 2)));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
