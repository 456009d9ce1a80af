import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { ApiKey } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Pager } from '../../components/pager.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { usePages } from '../../components/use-pages.ts';
import { t } from '../../i18n/index.ts';
import { AccessPanel } from './access-panel.tsx';
import { AccessTable } from './access-table.tsx';
import { type KeyRequest, KeyDialog } from './key-dialog.tsx';
import { KeyRow } from './key-row.tsx';

export function KeysSection(): VNode {
  const keys = usePages('keys', (cursor, signal) =>
    dataOf(iris.api.GET('/auth/api-keys', { params: { query: { ...(cursor && { cursor }) } }, signal })),
  );
  const [request, setRequest] = useState<KeyRequest>();
  const close = (): void => setRequest(undefined);
  return (
    <AccessPanel
      id="keys"
      title={t('access.keys')}
      lead={t('keys.lead')}
      action={
        <Button variant="primary" icon="plus" onClick={() => setRequest({ type: 'create' })}>
          {t('keys.create')}
        </Button>
      }
    >
      <QueryView query={keys}>
        {({ items }) => (items.length === 0 ? <NoKeys /> : <KeysTable keys={items} onRequest={setRequest} />)}
      </QueryView>
      <Pager {...keys} />
      {request && <KeyDialog request={request} onClose={close} onChange={keys.reload} />}
    </AccessPanel>
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
    <AccessTable
      label={t('access.keys')}
      labelledBy="keys"
      columns={[
        { title: t('keys.name') },
        { title: t('keys.state') },
        { title: t('keys.scopes') },
        { title: t('keys.limit') },
        { title: t('keys.lastUsed') },
      ]}
      hasActions
    >
      {keys.map((key) => (
        <KeyRow key={key.id} apiKey={key} onRequest={onRequest} />
      ))}
    </AccessTable>
  );
}
