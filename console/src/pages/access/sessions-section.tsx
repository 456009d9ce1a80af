import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { Session } from '../../api/types.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Pager } from '../../components/pager.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { usePages } from '../../components/use-pages.ts';
import { formatDateTime, formatRelative, t } from '../../i18n/index.ts';
import { logOut } from '../../session/index.ts';
import { AccessPanel } from './access-panel.tsx';
import { AccessTable } from './access-table.tsx';
import { deviceName } from './device-name.ts';

export function SessionsSection(): VNode {
  const sessions = usePages('sessions', (cursor, signal) =>
    dataOf(iris.api.GET('/auth/sessions', { params: { query: { ...(cursor && { cursor }) } }, signal })),
  );
  const [ending, setEnding] = useState<Session | 'all'>();
  return (
    <AccessPanel
      id="sessions"
      title={t('access.sessions')}
      lead={t('sessions.lead')}
      action={
        <Button variant="danger" onClick={() => setEnding('all')}>
          {t('sessions.endAll')}
        </Button>
      }
    >
      <QueryView query={sessions}>
        {({ items }) => <SessionsTable sessions={items} onEnd={setEnding} />}
      </QueryView>
      <Pager {...sessions} />
      {ending && (
        <EndDialog ending={ending} onClose={() => setEnding(undefined)} onChange={sessions.reload} />
      )}
    </AccessPanel>
  );
}

interface SessionsTableProps {
  readonly sessions: readonly Session[];
  readonly onEnd: (session: Session) => void;
}

function SessionsTable({ sessions, onEnd }: SessionsTableProps): VNode {
  return (
    <AccessTable
      label={t('access.sessions')}
      labelledBy="sessions"
      columns={[
        { title: t('sessions.device') },
        { title: t('sessions.address') },
        { title: t('sessions.since') },
        { title: t('sessions.lastUsed') },
      ]}
      hasActions
    >
      {sessions.map((session) => (
        <tr key={session.id}>
          <th scope="row" title={session.device ?? undefined}>
            {deviceName(session.device) ?? t('sessions.unknown')}
          </th>
          <td class="mono">{session.address ?? '–'}</td>
          <td>{formatDateTime(session.created_at)}</td>
          <td>{formatRelative(session.last_used_at)}</td>
          <td class="cell-actions">
            {session.current ? (
              <Badge tone="accent">{t('sessions.current')}</Badge>
            ) : (
              <Button variant="quiet" onClick={() => onEnd(session)}>
                {t('sessions.end')}
                <span class="visually-hidden"> {deviceName(session.device)}</span>
              </Button>
            )}
          </td>
        </tr>
      ))}
    </AccessTable>
  );
}

interface EndDialogProps {
  readonly ending: Session | 'all';
  readonly onClose: () => void;
  readonly onChange: () => void;
}

function EndDialog({ ending, onClose, onChange }: EndDialogProps): VNode {
  const end = async (): Promise<void> => {
    if (ending === 'all') {
      await iris.api.POST('/auth/logout-all');
      await logOut();
      return;
    }
    await iris.api.DELETE('/auth/sessions/{id}', { params: { path: { id: ending.id } } });
    onChange();
    onClose();
  };
  const kind = ending === 'all' ? 'endAll' : 'end';
  return (
    <ConfirmDialog
      title={t(`sessions.${kind}.title`)}
      text={t(`sessions.${kind}.text`)}
      action={t(`sessions.${kind}`)}
      onConfirm={end}
      onClose={onClose}
    />
  );
}
