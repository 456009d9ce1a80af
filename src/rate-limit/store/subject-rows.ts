import { WindowRows } from './window-rows.js';

/** The rows of one limit, by subject. Bounded: about half of them are forgotten when it is full, those used least recently. */
export class SubjectRows {
  #recent = new Generation();
  #former = new Generation();

  constructor(private readonly maxSubjects: number) {}

  /** Those that `rowOf` speaks of, until it is called again. */
  get rows(): WindowRows {
    return this.#recent.rows;
  }

  /** @returns the number of the subject's row, which is a new one when the subject is not known */
  rowOf(subject: string): number {
    return this.#recent.numbers.get(subject) ?? this.#remember(subject);
  }

  /** Nothing is taken any more; the row stays, so that it cannot be made to grow. */
  forget(subject: string): void {
    const row = this.rowOf(subject);
    this.rows.clear(row);
  }

  #remember(subject: string): number {
    if (this.#recent.numbers.size >= this.maxSubjects / 2) {
      this.#former = this.#recent;
      this.#recent = new Generation();
    }
    const known = this.#former.numbers.get(subject);
    const number = known === undefined ? this.rows.add() : this.rows.addCopy(this.#former.rows, known);
    this.#recent.numbers.set(subject, number);
    return number;
  }
}

class Generation {
  readonly numbers = new Map<string, number>();
  readonly rows = new WindowRows();
}
