import type { VNode } from 'preact';

import type { Instance } from '../../api/types.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { ScrollArea } from '../../components/scroll-area.tsx';
import {
  formatDuration,
  formatExactTime,
  formatNumber,
  formatRelative,
  orDash,
  t,
} from '../../i18n/index.ts';

const TONES: Readonly<Record<Instance['state'], Tone>> = {
  available: 'good',
  ejected: 'bad',
  failing_probes: 'bad',
};

interface InstancesTableProps {
  readonly instances: readonly Instance[];
  readonly labelledBy: string;
}

export function InstancesTable({ instances, labelledBy }: InstancesTableProps): VNode {
  return (
    <ScrollArea label={t('services.instances')}>
      <table class="table" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('services.instance')}</th>
            <th scope="col">{t('services.instanceState')}</th>
            <th scope="col" class="cell-number">
              {t('services.inFlight')}
            </th>
            <th scope="col" class="cell-number">
              {t('services.median')}
            </th>
            <th scope="col" class="cell-number">
              {t('services.p99')}
            </th>
            <th scope="col">{t('services.lastError')}</th>
          </tr>
        </thead>
        <tbody>
          {instances.map((instance) => (
            <InstanceRow key={instance.id} instance={instance} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function InstanceRow({ instance }: { instance: Instance }): VNode {
  const { id, url, state, in_flight: inFlight, latency_ms: latency, last_failure: failure } = instance;
  return (
    <tr>
      <th scope="row">
        {id}
        {url && <span class="instance-url mono">{url}</span>}
      </th>
      <td>
        <Badge tone={TONES[state]}>{t(`services.instance.${state}`)}</Badge>
      </td>
      <td class="cell-number">{formatNumber(inFlight)}</td>
      <td class="cell-number">{orDash(latency.p50, formatDuration)}</td>
      <td class="cell-number">{orDash(latency.p99, formatDuration)}</td>
      <td>
        {failure ? (
          <>
            <code>{failure.code}</code>{' '}
            <time class="muted" dateTime={failure.at} title={formatExactTime(failure.at)}>
              {formatRelative(failure.at)}
            </time>
          </>
        ) : (
          <span class="muted">{t('services.noError')}</span>
        )}
      </td>
    </tr>
  );
}
