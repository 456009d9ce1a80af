import { useEffect, useState } from 'preact/hooks';

import { iris } from '../../api/client.ts';
import { advance, NOTHING_YET, type Progress } from './progress.ts';
import { Slots } from './slots.ts';

/** HTTP/1.1 gives a page six connections; some of them have to remain for everything else. */
const listSlots = new Slots(3);

interface Following {
  readonly progress: Progress;
  /** Why it cannot be followed any more. */
  readonly error: unknown;
}

interface Options {
  readonly enabled: boolean;
  /** One of many: waits for its turn. */
  readonly oneOfMany?: boolean;
  readonly onEnd?: (() => void) | undefined;
}

/** The progress of a job as it happens; undefined until something is known. */
export function useProgress(
  id: string,
  { enabled, oneOfMany = false, onEnd }: Options,
): Following | undefined {
  const [following, setFollowing] = useState<Following & { id: string }>();
  useEffect(() => {
    if (!enabled) return undefined;
    const abort = new AbortController();
    const tell = (progress: Progress, error?: unknown): void => {
      if (!abort.signal.aborted) setFollowing({ id, progress, error });
    };
    const slot = oneOfMany ? listSlots.take(abort.signal) : Promise.resolve(() => undefined);
    void follow(id, slot, tell, abort.signal).then(() => {
      if (!abort.signal.aborted) onEnd?.();
    });
    return () => {
      abort.abort();
    };
  }, [id, enabled]);
  return following?.id === id ? following : undefined;
}

async function follow(
  id: string,
  slot: Promise<() => void>,
  tell: (progress: Progress, error?: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  let progress = NOTHING_YET;
  let release: (() => void) | undefined;
  try {
    release = await slot;
    for await (const event of iris.jobs.events(id, { signal })) {
      progress = advance(progress, event);
      tell(progress);
    }
  } catch (error) {
    tell(progress, error);
  } finally {
    release?.();
  }
}
