import type { VNode } from 'preact';

import { dataOf, iris } from '../../api/client.ts';
import { useQuery } from '../../components/use-query.ts';
import { formatNumber, t } from '../../i18n/index.ts';

/** How many documents may still be sent: better known before than after. */
export function Quota({ round }: { round: number }): VNode | null {
  const { data } = useQuery(`limits ${round}`, (signal) => dataOf(iris.api.GET('/limits', { signal })));
  const limit = data?.limits.find(({ name }) => name === 'processing');
  if (!limit) return null;
  return (
    <p class="muted numeric">
      {t('documents.quota', { remaining: formatNumber(limit.remaining), limit: formatNumber(limit.limit) })}
    </p>
  );
}
