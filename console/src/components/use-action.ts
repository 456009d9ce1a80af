import { useState } from 'preact/hooks';

import { SessionEndedError } from '../session/session-ended-error.ts';

export interface Action {
  readonly isBusy: boolean;
  /** Why it has failed the last time. */
  readonly error: unknown;
  readonly run: (work: () => Promise<unknown>) => void;
}

/** Something that a person starts, and that may fail. */
export function useAction(): Action {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = (work: () => Promise<unknown>): void => {
    setBusy(true);
    setError(undefined);
    work()
      .catch((failure: unknown) => {
        if (!(failure instanceof SessionEndedError)) setError(failure);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return { isBusy, error, run };
}
