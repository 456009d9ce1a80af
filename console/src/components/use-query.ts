import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import { SessionEndedError } from '../session/session-ended-error.ts';

export interface Query<T> {
  /** The last that was read, also when reading it again has failed. */
  readonly data: T | undefined;
  readonly error: unknown;
  readonly reload: () => void;
}

interface Options {
  /** It is read again so often, while somebody looks. */
  readonly everyMs?: number | undefined;
}

/**
 * Reads what a page shows.
 * @param key what is read: when it changes, the former data is gone
 */
export function useQuery<T>(
  key: string,
  load: (signal: AbortSignal) => Promise<T>,
  options: Options = {},
): Query<T> {
  const [state, setState] = useState<{ key: string; data?: T; error?: unknown }>({ key });
  const [round, setRound] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  const isReading = useRef(false);
  useEffect(() => {
    const abort = new AbortController();
    isReading.current = true;
    const reading = latest.current(abort.signal).finally(() => {
      if (!abort.signal.aborted) isReading.current = false;
    });
    reading.then(
      (data) => {
        if (!abort.signal.aborted) setState({ key, data });
      },
      (error: unknown) => {
        if (abort.signal.aborted || error instanceof SessionEndedError) return;
        setState((former) => ({ ...(former.key === key ? former : { key }), error }));
      },
    );
    return () => {
      abort.abort();
    };
  }, [key, round]);
  const reload = useCallback(() => {
    setRound((former) => former + 1);
  }, []);
  // A slow answer is waited for, not asked for anew.
  const lookAgain = useCallback(() => {
    if (!isReading.current) reload();
  }, []);
  useRegularly(lookAgain, options.everyMs);
  const current = state.key === key ? state : undefined;
  return { data: current?.data, error: current?.error, reload };
}

/** Not while the page is hidden, but at once when it is shown again. */
function useRegularly(work: () => void, everyMs: number | undefined): void {
  useEffect(() => {
    if (everyMs === undefined) return undefined;
    const lookAgain = (): void => {
      if (!document.hidden) work();
    };
    const timer = setInterval(lookAgain, everyMs);
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [work, everyMs]);
}
