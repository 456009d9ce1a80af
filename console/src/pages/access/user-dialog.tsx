import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { Account } from '../../api/types.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SecretDialog } from '../../components/secret.tsx';
import { t } from '../../i18n/index.ts';
import { type Role, ROLES } from '../../session/index.ts';

export type UserRequest =
  | { readonly type: 'create' }
  | { readonly type: 'role' | 'password' | 'disable' | 'enable'; readonly account: Account };

interface UserDialogProps {
  readonly request: UserRequest;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

export function UserDialog({ request, onClose, onChange }: UserDialogProps): VNode {
  const [password, setPassword] = useState<string>();
  const done = (made?: string): void => {
    onChange();
    if (made === undefined) onClose();
    else setPassword(made);
  };
  if (password !== undefined) return <PasswordDialog password={password} onClose={onClose} />;
  switch (request.type) {
    case 'create':
      return <CreateDialog onDone={done} onClose={onClose} />;
    case 'role':
      return <RoleDialog account={request.account} onDone={done} onClose={onClose} />;
    case 'password':
    case 'disable':
    case 'enable':
      return <ActDialog account={request.account} act={request.type} onDone={done} onClose={onClose} />;
  }
}

function PasswordDialog({ password, onClose }: { password: string; onClose: () => void }): VNode {
  return (
    <SecretDialog
      title={t('users.made')}
      text={t('users.made.text')}
      label={t('login.password')}
      secret={password}
      onClose={onClose}
    />
  );
}

interface StepProps {
  /** With a password that was made. */
  readonly onDone: (password?: string) => void;
  readonly onClose: () => void;
}

function CreateDialog({ onDone, onClose }: StepProps): VNode {
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('user');
  const create = async (): Promise<void> => {
    const made = await dataOf(iris.api.POST('/admin/users', { body: { email: email.trim(), role } }));
    onDone(made.generated_password);
  };
  return (
    <FormDialog title={t('users.create')} action={t('users.create')} onSubmit={create} onClose={onClose}>
      <TextField
        label={t('login.email')}
        hint={t('users.create.hint')}
        type="email"
        value={email}
        onInput={setEmail}
        required
      />
      <RoleField role={role} onChoose={setRole} />
    </FormDialog>
  );
}

function RoleDialog({ account, onDone, onClose }: StepProps & { account: Account }): VNode {
  const [role, setRole] = useState<Role>(account.role);
  const change = async (): Promise<void> => {
    await iris.api.PUT('/admin/users/{id}/role', { params: { path: { id: account.id } }, body: { role } });
    onDone();
  };
  return (
    <FormDialog
      title={t('users.role.title', { email: account.email })}
      action={t('users.role.action')}
      onSubmit={change}
      onClose={onClose}
    >
      <p>{t('users.role.text')}</p>
      <RoleField role={role} onChoose={setRole} />
    </FormDialog>
  );
}

function RoleField({ role, onChoose }: { role: Role; onChoose: (role: Role) => void }): VNode {
  return (
    <SelectField
      label={t('users.role')}
      value={role}
      choices={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      onChoose={onChoose}
    />
  );
}

interface ActDialogProps extends StepProps {
  readonly account: Account;
  readonly act: 'password' | 'disable' | 'enable';
}

function ActDialog({ account, act, onDone, onClose }: ActDialogProps): VNode {
  const confirm = async (): Promise<void> => {
    const params = { path: { id: account.id } };
    if (act !== 'password') {
      await iris.api.POST(`/admin/users/{id}/${act}`, { params });
      onDone();
      return;
    }
    const made = await dataOf(iris.api.POST('/admin/users/{id}/password', { params, body: {} }));
    onDone(made.generated_password);
  };
  return (
    <ConfirmDialog
      title={t(`users.${act}.title`, { email: account.email })}
      text={t(`users.${act}.text`)}
      action={t(`users.${act}`)}
      isDanger={act !== 'enable'}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
