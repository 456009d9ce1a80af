import type { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';

import { BarProgress } from './bar-progress.ts';
import { LineProgress } from './line-progress.ts';
import { printable, printableJson } from './printable.ts';
import type { Progress } from './progress.ts';

/** All that this program writes. Results go to standard output, everything else to standard error. */
export class Screen {
  readonly progress: Progress;
  /** Whether results are lines of JSON, for programs. */
  readonly isJson: boolean;
  readonly #out: Writable;
  readonly #err: Writable;

  constructor(out: Writable, err: Writable, isJson: boolean) {
    this.#out = out;
    this.#err = err;
    this.isJson = isJson;
    this.progress = isTerminal(err)
      ? new BarProgress(err)
      : new LineProgress((line) => {
          this.note(line);
        });
  }

  /** A result for people. */
  print(...lines: readonly string[]): void {
    this.#write(this.#out, lines.map(printable));
  }

  /** A result for programs, on one line unless it is to be indented. */
  printJson(value: unknown, indentation?: number): void {
    this.#write(this.#out, [printableJson(value, indentation)]);
  }

  /** What is no result. */
  note(...lines: readonly string[]): void {
    this.#write(this.#err, lines.map(printable));
  }

  #write(stream: Writable, safeLines: readonly string[]): void {
    this.progress.hide();
    stream.write(safeLines.map((line) => `${line}\n`).join(''));
    this.progress.show();
  }
}

function isTerminal(stream: Writable): stream is WriteStream {
  return stream instanceof WriteStream && stream.isTTY;
}
