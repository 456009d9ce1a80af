import './traffic.css';

import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { TrafficHistory } from '../../api/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loading } from '../../components/loading.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useQuery } from '../../components/use-query.ts';
import { formatDuration, formatNumber, plural, t } from '../../i18n/index.ts';
import { ChartPanel } from './chart-panel.tsx';
import { cacheLines, drawn, latencyLines, queueLines, requestLines, totalsOf } from './measures.ts';
import { Tiles } from './tiles.tsx';

/** As often as an operator's own limit bears it for a working day. */
const POLL_MS = 10_000;

export function TrafficPage(): VNode {
  const { data, error, reload } = useQuery(
    'traffic',
    (signal) => dataOf(iris.api.GET('/admin/stats/history', { signal })),
    { everyMs: POLL_MS },
  );
  return (
    <>
      <PageHeader title={t('nav.traffic')} lead={t('traffic.lead')}>
        {data && <Source history={data} />}
      </PageHeader>
      <div class="stack">
        {error !== undefined && <ProblemNote error={error} onRetry={reload} />}
        {data ? <Charts history={data} /> : error === undefined && <Loading lines={10} />}
      </div>
    </>
  );
}

function Source({ history: { source, processes } }: { history: TrafficHistory }): VNode {
  return (
    <p class="muted">{source === 'all' ? plural('traffic.processes', processes) : t('traffic.oneProcess')}</p>
  );
}

function Charts({ history: { points } }: { history: TrafficHistory }): VNode {
  const shown = useMemo(() => drawn(points), [points]);
  const times = useMemo(() => shown.map(({ at }) => at), [shown]);
  const lines = useMemo(
    () => ({
      requests: requestLines(shown),
      latency: latencyLines(shown),
      cache: cacheLines(shown),
      queue: queueLines(shown),
    }),
    [shown],
  );
  if (shown.length === 0) {
    return (
      <div class="panel">
        <EmptyState icon="wait" title={t('traffic.none')}>
          {t('traffic.none.text')}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <Tiles totals={totalsOf(points)} />
      <div class="charts">
        <ChartPanel title="traffic.requestsTitle" times={times} lines={lines.requests} format={formatCount} />
        <ChartPanel
          title="traffic.latencyTitle"
          times={times}
          lines={lines.latency}
          format={formatDuration}
        />
        <ChartPanel title="traffic.cacheTitle" times={times} lines={lines.cache} format={formatCount} />
        <ChartPanel title="traffic.queueTitle" times={times} lines={lines.queue} format={formatCount} />
      </div>
    </>
  );
}

function formatCount(value: number): string {
  return formatNumber(value, value < 10 ? 1 : 0);
}
