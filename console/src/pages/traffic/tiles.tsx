import type { VNode } from 'preact';

import { formatDuration, formatNumber, formatPercent, orDash, t } from '../../i18n/index.ts';
import type { Totals } from './measures.ts';

/** The hour in five numbers. */
export function Tiles({ totals }: { totals: Totals }): VNode {
  const { requests, errorShare, p95, cacheShare, queue } = totals;
  const tiles: readonly (readonly [string, string])[] = [
    [t('traffic.tile.requests'), formatNumber(requests)],
    [t('traffic.tile.errors'), orDash(errorShare, (share) => formatPercent(share, 2))],
    [t('traffic.tile.p95'), orDash(p95, formatDuration)],
    [t('traffic.tile.cache'), orDash(cacheShare, (share) => formatPercent(share))],
    [t('traffic.tile.queue'), orDash(queue, (length) => formatNumber(length))],
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
