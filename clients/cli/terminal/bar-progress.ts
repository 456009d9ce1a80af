import { printable } from './printable.ts';
import type { Progress, ProgressRow, Status } from './progress.ts';

/** As far as it is needed of a `tty.WriteStream`. */
export interface Terminal {
  readonly rows: number;
  write(text: string): unknown;
}

const BAR_WIDTH = 24;
const TEXT_WIDTH = 10;
const CLEAR_BELOW = '\x1b[J';
/** A line that is too long ends at the edge, so that it never takes two. */
const NO_WRAP = '\x1b[?7l';
const WRAP = '\x1b[?7h';

/** Bars at the bottom of a terminal, drawn anew with each change. */
export class BarProgress implements Progress {
  readonly #terminal: Terminal;
  readonly #rows = new Set<{ label: string; status: Status }>();
  #drawnLines = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  begin(label: string): ProgressRow {
    const row = { label, status: { text: '', progress: 0 } };
    this.#rows.add(row);
    return {
      update: (status) => {
        row.status = status;
        this.#redraw();
      },
      end: () => {
        if (this.#rows.delete(row)) this.#redraw();
      },
    };
  }

  hide(): void {
    if (this.#drawnLines > 0) this.#terminal.write(`\x1b[${this.#drawnLines}A\r${CLEAR_BELOW}`);
    this.#drawnLines = 0;
  }

  show(): void {
    const lines = [...this.#rows].slice(0, Math.max(1, this.#terminal.rows - 1)).map(barLine);
    if (lines.length > 0) this.#terminal.write(`${NO_WRAP}${lines.join('\n')}\n${WRAP}`);
    this.#drawnLines = lines.length;
  }

  #redraw(): void {
    this.hide();
    this.show();
  }
}

function barLine({ label, status }: { label: string; status: Status }): string {
  const filled = Math.round((status.progress / 100) * BAR_WIDTH);
  const bar = '█'.repeat(filled).padEnd(BAR_WIDTH, '░');
  const percent = `${status.progress} %`.padStart(5);
  return printable(`${bar} ${percent}  ${status.text.padEnd(TEXT_WIDTH)}  ${label}`);
}
