import { type DestinationStream, destination } from 'pino';

/** Lines are written together, or after a tenth of a second, and at the end of the process. */
const BUFFER_CHARACTERS = 16_000;
const FLUSH_MS = 100;
/** However much has gathered while the reader of the output was slow, it is handed over as one. */
const MAX_WRITE_BYTES = 1024 * 1024;

/** Standard output. pino can gather lines itself, but copies what it has with each to learn its length in bytes. */
export class LineBuffer implements DestinationStream {
  /** What is less than `minLength` is not under way before the next flush, which may be the last one. */
  readonly #output = destination({ sync: false, minLength: BUFFER_CHARACTERS, maxWrite: MAX_WRITE_BYTES });
  #lines: string[] = [];
  #characters = 0;

  constructor() {
    setInterval(() => {
      this.#handOver();
      this.#output.flush();
    }, FLUSH_MS).unref();
    process.once('exit', () => {
      this.flushSync();
    });
  }

  write(line: string): void {
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#characters >= BUFFER_CHARACTERS) this.#handOver();
  }

  /** Before the process ends; pino calls it after a fatal error. */
  flushSync(): void {
    this.#handOver();
    this.#output.flushSync();
  }

  #handOver(): void {
    if (this.#characters === 0) return;
    this.#output.write(this.#lines.join(''));
    this.#lines = [];
    this.#characters = 0;
  }
}
