import type { VNode } from 'preact';

import { useQuery } from '../../components/use-query.ts';
import { formatNumber, t } from '../../i18n/index.ts';
import { read } from '../../session/index.ts';

interface Limit {
  readonly name: string;
  readonly limit: number;
  readonly remaining: number;
}

/** How many documents may still be sent: better known before than after. */
export function Quota({ round }: { round: number }): VNode | null {
  const { data } = useQuery(`limits ${round}`, (signal) => read<{ limits: Limit[] }>('/limits', signal));
  const limit = data?.limits.find(({ name }) => name === 'processing');
  if (!limit) return null;
  return (
    <p class="muted numeric">
      {t('documents.quota', { remaining: formatNumber(limit.remaining), limit: formatNumber(limit.limit) })}
    </p>
  );
}
