import { useState } from 'preact/hooks';

import { type Query, useQuery } from './use-query.ts';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next_cursor: string | null;
}

export interface Paging<Item> extends Query<Page<Item>> {
  /** From 1. */
  readonly number: number;
  readonly goOn: (() => void) | undefined;
  readonly goBack: (() => void) | undefined;
}

/**
 * A list that is read page by page; another key begins at its first one.
 * @param load undefined is the cursor of the first page
 */
export function usePages<Item>(
  key: string,
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Item>>,
): Paging<Item> {
  const [state, setState] = useState<{ key: string; cursors: readonly string[] }>({ key, cursors: [] });
  const cursors = state.key === key ? state.cursors : [];
  const cursor = cursors.at(-1);
  const query = useQuery(`${key} ${cursor ?? ''}`, (signal) => load(cursor, signal));
  const go = (next: readonly string[]): (() => void) => {
    return () => {
      setState({ key, cursors: next });
    };
  };
  const after = query.data?.next_cursor;
  return {
    ...query,
    number: cursors.length + 1,
    goOn: typeof after === 'string' ? go([...cursors, after]) : undefined,
    goBack: cursors.length > 0 ? go(cursors.slice(0, -1)) : undefined,
  };
}
