import { EventEmitter } from 'node:events';
import { appendFileSync } from 'node:fs';

import { RotatingFile, type Rotation } from './rotating-file.js';

/** Lines are written together, or after a tenth of a second, and at the end of the process. */
const WRITE_CHARACTERS = 65_536;
const FLUSH_MS = 100;
/** What may wait while the disk is slow; the lines after it are lost. */
const MAX_PENDING_CHARACTERS = 4 * 1024 * 1024;
/** How often a file that cannot be written is tried again. */
const RETRY_MS = 1000;

interface LogFileEvents {
  /** A write has failed, and the lines in it are lost. */
  error: [error: NodeJS.ErrnoException];
  /** The first failure after a success. */
  failing: [error: NodeJS.ErrnoException];
  resumed: [lostLines: number];
}

/** A rotated file of lines, written away from the main thread. No fault of the disk reaches those who write lines. */
export class LogFile extends EventEmitter<LogFileEvents> {
  readonly #file: RotatingFile;
  readonly #timer: NodeJS.Timeout;
  #lines: string[] = [];
  #characters = 0;
  #writing: Promise<void> | undefined;
  #lostLines = 0;
  /** `performance.now()` of the next try; undefined while the file can be written. */
  #retryAt: number | undefined;

  constructor(
    /** Of the handler in the configuration. */
    readonly name: string,
    path: string,
    rotation: Rotation,
  ) {
    super();
    // Who listens is told; who does not goes on.
    this.on('error', () => undefined);
    this.#file = new RotatingFile(path, rotation);
    this.#timer = setInterval(() => {
      this.#startWriting();
    }, FLUSH_MS).unref();
    process.on('exit', this.#atExit);
  }

  readonly #atExit = (): void => {
    this.flushSync();
  };

  get path(): string {
    return this.#file.path;
  }

  write(line: string): void {
    if (this.#characters + line.length > MAX_PENDING_CHARACTERS) {
      this.#lostLines += 1;
      return;
    }
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#characters >= WRITE_CHARACTERS) this.#startWriting();
  }

  /** Before the process ends: what is not yet under way is written on the spot. */
  flushSync(): void {
    if (this.#lines.length === 0) return;
    try {
      appendFileSync(this.path, this.#take());
    } catch {
      // The console has said so, or there is nobody left to tell.
    }
  }

  /** Everything is written, as far as that is possible; lines that come later are written at the exit. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#writing;
    await this.#write();
    await this.#file.close();
  }

  #startWriting(): void {
    if (this.#writing || this.#lines.length === 0) return;
    if (this.#retryAt !== undefined && performance.now() < this.#retryAt) return;
    this.#writing = this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  async #write(): Promise<void> {
    const count = this.#lines.length;
    if (count === 0) return;
    try {
      await this.#file.append(this.#take());
    } catch (error) {
      this.#failed(error as NodeJS.ErrnoException, count);
      return;
    }
    this.#succeeded();
  }

  #take(): Buffer {
    const text = this.#lines.join('');
    this.#lines = [];
    this.#characters = 0;
    return Buffer.from(text);
  }

  #failed(error: NodeJS.ErrnoException, lostLines: number): void {
    const isFirst = this.#retryAt === undefined;
    this.#retryAt = performance.now() + RETRY_MS;
    this.#lostLines += lostLines;
    this.emit('error', error);
    if (isFirst) this.emit('failing', error);
  }

  #succeeded(): void {
    const lost = this.#lostLines;
    this.#lostLines = 0;
    if (this.#retryAt === undefined && lost === 0) return;
    this.#retryAt = undefined;
    this.emit('resumed', lost);
  }
}
