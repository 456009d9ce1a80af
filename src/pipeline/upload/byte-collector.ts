import { createHash } from 'node:crypto';

import { GrowingBuffer } from './growing-buffer.js';

/** Gathers a document; its digest is made while the rest is still on its way. */
export class ByteCollector {
  readonly #buffer: GrowingBuffer;
  readonly #hash = createHash('sha256');

  /**
   * @param limit bytes accepted
   * @param expected bytes announced by the client; a hint, never trusted
   */
  constructor(limit: number, expected = 0) {
    this.#buffer = new GrowingBuffer(limit, expected);
  }

  /** @throws PayloadTooLargeError */
  push(chunk: Buffer): void {
    this.#buffer.push(chunk);
    this.#hash.update(chunk);
  }

  bytes(): Buffer {
    return this.#buffer.bytes();
  }

  /** SHA-256 in hexadecimal; to be asked for once, at the end. */
  digest(): string {
    return this.#hash.digest('hex');
  }
}
