import type { VNode } from 'preact';
import { useId } from 'preact/hooks';

import type { Breaker, Service } from '../../api/types.ts';
import { Badge, type Tone } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { formatNumber, formatRelative, t } from '../../i18n/index.ts';
import { isAdmin, user } from '../../session/index.ts';
import type { BreakerRequest } from './breaker-dialog.tsx';
import { InstancesTable } from './instances-table.tsx';

const BREAKER_TONES: Readonly<Record<Breaker, Tone>> = {
  closed: 'good',
  half_open: 'warn',
  open: 'bad',
  isolated: 'warn',
};

interface ServicePanelProps {
  readonly service: Service;
  readonly onRequest: (request: BreakerRequest) => void;
}

export function ServicePanel({ service, onRequest }: ServicePanelProps): VNode {
  const id = useId();
  const { name, state, breaker } = service;
  return (
    <section class="panel" aria-labelledby={id}>
      <div class="panel-header">
        <div class="row">
          <h2 id={id}>{t(`service.${name}`)}</h2>
          <Badge tone={state === 'healthy' ? 'good' : 'bad'}>{t(`services.state.${state}`)}</Badge>
          <Badge tone={BREAKER_TONES[breaker]}>{t(`services.breaker.${breaker}`)}</Badge>
        </div>
        {isAdmin(user.value) && <Actions service={service} onRequest={onRequest} />}
      </div>
      <p class="muted service-about">{t(`service.${name}.about`)}</p>
      <Figures service={service} />
      <InstancesTable instances={service.instances} labelledBy={id} />
    </section>
  );
}

/** What the breaker can be told depends on where it is. */
function Actions({ service: { name, breaker }, onRequest }: ServicePanelProps): VNode {
  return (
    <div class="row">
      {breaker !== 'isolated' && (
        <Button variant="danger" onClick={() => onRequest({ service: name, action: 'isolate' })}>
          {t('services.isolate')}
          <span class="visually-hidden"> {t(`service.${name}`)}</span>
        </Button>
      )}
      {breaker !== 'closed' && (
        <Button onClick={() => onRequest({ service: name, action: 'reset' })}>
          {t('services.reset')}
          <span class="visually-hidden"> {t(`service.${name}`)}</span>
        </Button>
      )}
    </div>
  );
}

function Figures({ service }: { service: Service }): VNode {
  const { in_flight: inFlight, queued, retry_budget: budget, isolation, policy } = service;
  const figures: readonly (readonly [string, string])[] = [
    [t('services.inFlight'), `${formatNumber(inFlight)} / ${formatNumber(policy.bulkhead.max_concurrent)}`],
    [t('services.queued'), `${formatNumber(queued)} / ${formatNumber(policy.bulkhead.max_queue)}`],
    [t('services.retries'), `${formatNumber(budget.left)} / ${formatNumber(budget.of)}`],
  ];
  return (
    <dl class="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class="numeric">{value}</dd>
        </div>
      ))}
      {isolation && (
        <div>
          <dt>{t('services.isolatedSince')}</dt>
          <dd>{formatRelative(isolation.since)}</dd>
        </div>
      )}
    </dl>
  );
}
