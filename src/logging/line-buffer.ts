import { type DestinationStream, destination } from 'pino';

type SonicBoom = ReturnType<typeof destination>;

const STDOUT = 1;

/** Lines are written together, or after a tenth of a second, and at the end of the process. */
const BUFFER_CHARACTERS = 16_000;
const FLUSH_MS = 100;
/** However much has gathered while the reader of the output was slow, it is handed over as one. */
const MAX_WRITE_BYTES = 1024 * 1024;
/** What may wait for a reader that is slower than the lines come; those after it are lost. */
const MAX_WAITING_BYTES = 16 * 1024 * 1024;

/** Standard output or error. pino can gather lines itself, but copies what it has with each to learn its length in bytes. */
export class LineBuffer implements DestinationStream {
  /** What is less than `minLength` is not under way before the next flush, which may be the last one. */
  readonly #output: SonicBoom;
  #lines: string[] = [];
  #characters = 0;

  /** @param descriptor 1 or 2 */
  constructor(descriptor = STDOUT) {
    this.#output = destination({
      dest: descriptor,
      sync: false,
      minLength: BUFFER_CHARACTERS,
      maxWrite: MAX_WRITE_BYTES,
      maxLength: MAX_WAITING_BYTES,
    });
    // Where the output is a file on a full disk, there is nobody to tell; requests go on.
    this.#output.on('error', () => undefined);
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
