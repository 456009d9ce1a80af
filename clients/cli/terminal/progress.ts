/** How far something is. */
export interface Status {
  readonly text: string;
  /** Percent. */
  readonly progress: number;
}

/** One thing that is under way. */
export interface ProgressRow {
  update(status: Status): void;
  end(): void;
}

/** Shows what is under way, one row for each. */
export interface Progress {
  begin(label: string): ProgressRow;
  /** Makes room for lines that stay. */
  hide(): void;
  show(): void;
}
