import { PayloadTooLargeError } from '../../common/errors/index.js';

const INITIAL_BYTES = 64 * 1024;

/**
 * Gathers bytes in one buffer. A list of chunks that is joined in the end would hold them twice;
 * with an announced length this one never copies what it has.
 */
export class GrowingBuffer {
  #buffer: Buffer;
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

  get length(): number {
    return this.#length;
  }

  /** @throws PayloadTooLargeError */
  push(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.limit) throw new PayloadTooLargeError(this.limit, Math.max(length, this.expected));
    if (length > this.#buffer.length) this.#grow(length);
    chunk.copy(this.#buffer, this.#length);
    this.#length = length;
  }

  /** Not a copy; to be asked for when nothing more comes. */
  bytes(start = 0, end = this.#length): Buffer {
    return this.#buffer.subarray(start, end);
  }

  /** Forgets what came after the first `length` bytes. */
  cutTo(length: number): void {
    this.#length = length;
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafe(Math.min(this.limit, Math.max(needed, this.#buffer.length * 2)));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }
}
