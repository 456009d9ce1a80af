import type { Progress, ProgressRow } from './progress.ts';

/** A plain line for each change, for logs and pipes. */
export class LineProgress implements Progress {
  readonly #write: (line: string) => void;

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  begin(label: string): ProgressRow {
    let last = '';
    return {
      update: ({ text, progress }) => {
        const line = `${label}  ${text}  ${progress} %`;
        if (line !== last) this.#write(line);
        last = line;
      },
      end: () => undefined,
    };
  }

  hide(): void {
    // Lines stay.
  }

  show(): void {
    // Lines stay.
  }
}
