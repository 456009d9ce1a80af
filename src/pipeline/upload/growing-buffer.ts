import { PayloadTooLargeError } from '../../common/errors/index.js';

const NOTHING = Buffer.alloc(0);

/**
 * Gathers bytes in one buffer. A list of chunks that is joined in the end would hold them twice; with an announced
 * length this one copies each but once, and what comes in one piece not at all.
 */
export class GrowingBuffer {
  #buffer: Buffer = NOTHING;
  /** The first piece is not ours to write to. */
  #isOurs = false;
  #length = 0;

  /**
   * @param limit bytes accepted
   * @param expected bytes announced by the client; a hint, never trusted
   */
  constructor(
    private readonly limit: number,
    private readonly expected = 0,
  ) {}

  get length(): number {
    return this.#length;
  }

  /**
   * @param chunk which nobody writes to any more
   * @throws PayloadTooLargeError
   */
  push(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (length > this.limit) throw new PayloadTooLargeError(this.limit, Math.max(length, this.expected));
    if (this.#length === 0 && !this.#isOurs) this.#buffer = chunk;
    else this.#append(chunk, length);
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

  #append(chunk: Buffer, length: number): void {
    if (!this.#isOurs || length > this.#buffer.length) this.#grow(length);
    chunk.copy(this.#buffer, this.#length);
  }

  #grow(needed: number): void {
    const size = Math.max(needed, this.expected, this.#buffer.length * 2);
    const larger = Buffer.allocUnsafe(Math.min(this.limit, size));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
    this.#isOurs = true;
  }
}
