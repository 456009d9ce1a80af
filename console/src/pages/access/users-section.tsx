import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { Account } from '../../api/types.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { TextField } from '../../components/field.tsx';
import { Pager } from '../../components/pager.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { usePages } from '../../components/use-pages.ts';
import { formatDateTime, t } from '../../i18n/index.ts';
import { isAdmin, user } from '../../session/index.ts';
import { AccessPanel } from './access-panel.tsx';
import { AccessTable } from './access-table.tsx';
import { UserDialog, type UserRequest } from './user-dialog.tsx';

export function UsersSection(): VNode {
  const [email, setEmail] = useState('');
  const users = usePages(`users ${email}`, (cursor, signal) => {
    const query = { ...(email && { email }), ...(cursor && { cursor }) };
    return dataOf(iris.api.GET('/admin/users', { params: { query }, signal }));
  });
  const [request, setRequest] = useState<UserRequest>();
  return (
    <AccessPanel
      id="users"
      title={t('access.users')}
      action={
        isAdmin(user.value) && (
          <Button variant="primary" icon="plus" onClick={() => setRequest({ type: 'create' })}>
            {t('users.create')}
          </Button>
        )
      }
    >
      <div class="filters">
        <TextField label={t('users.filter')} value={email} onInput={setEmail} />
      </div>
      <QueryView query={users}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="user" title={t('users.none')} />
          ) : (
            <UsersTable users={items} onRequest={setRequest} />
          )
        }
      </QueryView>
      <Pager {...users} />
      {request && (
        <UserDialog request={request} onClose={() => setRequest(undefined)} onChange={users.reload} />
      )}
    </AccessPanel>
  );
}

interface UsersTableProps {
  readonly users: readonly Account[];
  readonly onRequest: (request: UserRequest) => void;
}

function UsersTable({ users, onRequest }: UsersTableProps): VNode {
  return (
    <AccessTable
      label={t('access.users')}
      labelledBy="users"
      columns={[
        { title: t('login.email') },
        { title: t('users.role') },
        { title: t('users.state') },
        { title: t('users.since') },
      ]}
      hasActions
    >
      {users.map((account) => (
        <UserRow key={account.id} account={account} onRequest={onRequest} />
      ))}
    </AccessTable>
  );
}

interface UserRowProps {
  readonly account: Account;
  readonly onRequest: (request: UserRequest) => void;
}

function UserRow({ account, onRequest }: UserRowProps): VNode {
  const { email, role, created_at: createdAt, disabled_at: disabledAt } = account;
  return (
    <tr>
      <th scope="row">{email}</th>
      <td>{t(`role.${role}`)}</td>
      <td>
        {disabledAt === null ? (
          <Badge tone="good">{t('users.enabled')}</Badge>
        ) : (
          <Badge tone="warn">{t('users.disabled')}</Badge>
        )}
      </td>
      <td>{formatDateTime(createdAt)}</td>
      <td class="cell-actions">
        {isAdmin(user.value) && <UserActions account={account} onRequest={onRequest} />}
      </td>
    </tr>
  );
}

function UserActions({ account, onRequest }: UserRowProps): VNode {
  const actions = ['role', 'password', account.disabled_at === null ? 'disable' : 'enable'] as const;
  return (
    <>
      {actions.map((type) => (
        <Button
          key={type}
          variant={type === 'disable' ? 'danger' : 'quiet'}
          onClick={() => onRequest({ type, account })}
        >
          {t(`users.${type}`)}
          <span class="visually-hidden"> {account.email}</span>
        </Button>
      ))}
    </>
  );
}
