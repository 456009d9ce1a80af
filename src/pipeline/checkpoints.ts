import { hash } from 'node:crypto';

import type { Obtained, Operation, Result, Work } from '../cache/index.js';

/**
 * Results that are kept with a piece of work for as long as it is not done, so that another attempt begins at the
 * first phase that is missing. Unlike the cache they are never lost, and never out of date.
 */
export interface Checkpoints {
  recall(key: string, operation: Operation): Promise<Result | undefined>;
  /** The result outlives the process when this resolves, if the work itself does. */
  keep(key: string, operation: Operation, result: Result): Promise<void>;
}

type Step = Pick<Work, 'operation' | 'input' | 'options'> & { readonly model?: string };

/** What tells the operations of one piece of work apart. */
export function checkpointKey({ operation, input, options, model }: Step): string {
  return hash('sha256', JSON.stringify([operation, input, options, model]));
}

export function resumed(result: Result): Obtained {
  return { result, verdict: 'resumed', isStored: false, ageSeconds: 0, ttlSeconds: 0 };
}
