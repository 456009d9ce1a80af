import type { ProblemExtensions } from '../../common/errors/index.js';

/** What people are told of a code. */
export interface ErrorEntry {
  /** More than one where the cause decides. */
  readonly status: number | readonly number[];
  /** As the error itself has it. */
  readonly title: string;
  readonly meaning: string;
  readonly action: string;
  /** Members of the problem beside those that every problem has. */
  readonly members?: readonly Exclude<keyof ProblemExtensions, 'retryable'>[];
  /** Where it is not what the status says. */
  readonly retryable?: boolean;
}

export type ErrorEntries = Readonly<Record<string, ErrorEntry>>;
