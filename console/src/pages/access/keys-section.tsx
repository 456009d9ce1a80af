import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { ApiKey } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Pager } from '../../components/pager.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { ScrollArea } from '../../components/scroll-area.tsx';
import { usePages } from '../../components/use-pages.ts';
import { t } from '../../i18n/index.ts';
import { type KeyRequest, KeyDialog } from './key-dialog.tsx';
import { KeyRow } from './key-row.tsx';

export function KeysSection(): VNode {
  const keys = usePages('keys', (cursor, signal) =>
    dataOf(iris.api.GET('/auth/api-keys', { params: { query: { ...(cursor && { cursor }) } }, signal })),
  );
  const [request, setRequest] = useState<KeyRequest>();
  const close = (): void => setRequest(undefined);
  return (
    <section class="panel" aria-labelledby="keys">
      <div class="panel-header">
        <div>
          <h2 id="keys">{t('access.keys')}</h2>
          <p class="muted">{t('keys.lead')}</p>
        </div>
        <Button variant="primary" icon="plus" onClick={() => setRequest({ type: 'create' })}>
          {t('keys.create')}
        </Button>
      </div>
      <QueryView query={keys}>
        {({ items }) => (items.length === 0 ? <NoKeys /> : <KeysTable keys={items} onRequest={setRequest} />)}
      </QueryView>
      <Pager {...keys} />
      {request && <KeyDialog request={request} onClose={close} onChange={keys.reload} />}
    </section>
  );
}

function NoKeys(): VNode {
  return (
    <EmptyState icon="plus" title={t('keys.none')}>
      {t('keys.none.text')}
    </EmptyState>
  );
}

interface KeysTableProps {
  readonly keys: readonly ApiKey[];
  readonly onRequest: (request: KeyRequest) => void;
}

function KeysTable({ keys, onRequest }: KeysTableProps): VNode {
  return (
    <ScrollArea label={t('access.keys')}>
      <table class="table" aria-labelledby="keys">
        <thead>
          <tr>
            <th scope="col">{t('keys.name')}</th>
            <th scope="col">{t('keys.state')}</th>
            <th scope="col">{t('keys.scopes')}</th>
            <th scope="col">{t('keys.limit')}</th>
            <th scope="col">{t('keys.lastUsed')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('access.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRequest={onRequest} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
