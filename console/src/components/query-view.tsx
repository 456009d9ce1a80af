import type { ComponentChildren, VNode } from 'preact';

import { Loading } from './loading.tsx';
import { ProblemNote } from './problem-note.tsx';
import type { Query } from './use-query.ts';

interface QueryViewProps<T> {
  readonly query: Query<T>;
  readonly children: (data: T) => ComponentChildren;
}

/** What was read; lines in its place until it is there, and what went wrong above it. */
export function QueryView<T>({ query: { data, error, reload }, children }: QueryViewProps<T>): VNode {
  return (
    <>
      {error !== undefined && <ProblemNote error={error} onRetry={reload} />}
      {data === undefined ? error === undefined && <Loading lines={6} /> : children(data)}
    </>
  );
}
