import { createHash, hash, type Hash } from 'node:crypto';

import { GrowingBuffer } from './growing-buffer.js';

/** Gathers a document; its digest is made while the rest is still on its way. */
export class ByteCollector {
  readonly #buffer: GrowingBuffer;
  /** Of a document in several pieces. */
  #hash: Hash | undefined;

  /**
   * @param limit bytes accepted
   * @param expected bytes announced by the client; a hint, never trusted
   */
  constructor(limit: number, expected = 0) {
    this.#buffer = new GrowingBuffer(limit, expected);
  }

  /**
   * @param chunk which nobody writes to any more
   * @throws PayloadTooLargeError
   */
  push(chunk: Buffer): void {
    if (this.#buffer.length > 0) this.#hash ??= createHash('sha256').update(this.bytes());
    this.#buffer.push(chunk);
    this.#hash?.update(chunk);
  }

  bytes(): Buffer {
    return this.#buffer.bytes();
  }

  /** SHA-256 in hexadecimal; to be asked for once, at the end. */
  digest(): string {
    return this.#hash ? this.#hash.digest('hex') : hash('sha256', this.bytes());
  }
}
