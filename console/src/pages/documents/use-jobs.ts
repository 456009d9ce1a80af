import { useCallback, useState } from 'preact/hooks';

import { useQuery } from '../../components/use-query.ts';
import { listJobs } from './documents-api.ts';
import { isFinal, type Job, type JobPage } from '@iris/client';
import { accepted } from './uploads.ts';

export interface Jobs {
  /** The newest first; undefined until they are known. */
  readonly items: readonly Job[] | undefined;
  readonly error: unknown;
  readonly hasOlder: boolean;
  readonly loadOlder: () => Promise<void>;
  readonly reload: () => void;
}

/** Only the floor: what is under way tells of itself. And each look counts for the limits of whoever looks. */
const BUSY_POLL_MS = 10_000;
const IDLE_POLL_MS = 60_000;

export function useJobs(): Jobs {
  const [isBusy, setBusy] = useState(false);
  const [older, setOlder] = useState<JobPage>();
  const query = useQuery('jobs', readFirst, { everyMs: isBusy ? BUSY_POLL_MS : IDLE_POLL_MS });
  const items = query.data && merge([query.data.items, older?.items ?? [], accepted.value]);
  const isUnderWay = items?.some(({ state }) => !isFinal(state)) ?? false;
  if (isUnderWay !== isBusy) setBusy(isUnderWay);
  const cursor = older ? older.next_cursor : query.data?.next_cursor;
  const loadOlder = useCallback(async () => {
    const page = await listJobs(cursor ?? undefined);
    setOlder((former) => ({ ...page, items: [...(former?.items ?? []), ...page.items] }));
  }, [cursor]);
  return { items, error: query.error, hasOlder: typeof cursor === 'string', loadOlder, reload: query.reload };
}

function readFirst(signal: AbortSignal): Promise<JobPage> {
  return listJobs(undefined, signal);
}

/** Each once, as the first list has it. */
function merge(lists: readonly (readonly Job[])[]): Job[] {
  const byId = new Map<string, Job>();
  for (const job of lists.flat()) if (!byId.has(job.id)) byId.set(job.id, job);
  return [...byId.values()].sort((a, b) => b.created_at.localeCompare(a.created_at));
}
