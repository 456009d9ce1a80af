import './services.css';

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { Service } from '../../api/types.ts';
import { Loading } from '../../components/loading.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useQuery } from '../../components/use-query.ts';
import { t } from '../../i18n/index.ts';
import { BreakerDialog, type BreakerRequest } from './breaker-dialog.tsx';
import { ServicePanel } from './service-panel.tsx';

const POLL_MS = 10_000;

export function ServicesPage(): VNode {
  const { data, error, reload } = useQuery(
    'services',
    (signal) => dataOf(iris.api.GET('/admin/services', { signal })),
    { everyMs: POLL_MS },
  );
  const [request, setRequest] = useState<BreakerRequest>();
  const close = (): void => setRequest(undefined);
  return (
    <>
      <PageHeader title={t('nav.services')} lead={t('services.lead')} />
      <div class="stack">
        {error !== undefined && <ProblemNote error={error} onRetry={reload} />}
        {!data && error === undefined && <Loading lines={10} />}
        {data?.services.map((service: Service) => (
          <ServicePanel key={service.name} service={service} onRequest={setRequest} />
        ))}
      </div>
      {request && (
        <BreakerDialog
          {...request}
          onClose={close}
          onDone={() => {
            close();
            reload();
          }}
        />
      )}
    </>
  );
}
