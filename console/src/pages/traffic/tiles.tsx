import type { VNode } from 'preact';

import { formatDuration, formatNumber, formatPercent, t } from '../../i18n/index.ts';
import type { Totals } from './measures.ts';

/** The hour in five numbers. */
export function Tiles({ totals }: { totals: Totals }): VNode {
  const { requests, errorShare, p95, cacheShare, queue } = totals;
  const tiles: readonly (readonly [string, string])[] = [
    [t('traffic.tile.requests'), formatNumber(requests)],
    [t('traffic.tile.errors'), errorShare === undefined ? '–' : formatPercent(errorShare, 2)],
    [t('traffic.tile.p95'), p95 === undefined ? '–' : formatDuration(p95)],
    [t('traffic.tile.cache'), cacheShare === undefined ? '–' : formatPercent(cacheShare)],
    [t('traffic.tile.queue'), queue === undefined ? '–' : formatNumber(queue)],
  ];
  return (
    <dl class="tiles">
      {tiles.map(([name, value]) => (
        <div key={name} class="panel tile">
          <dt>{name}</dt>
          <dd class="numeric">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
