import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { Scope } from '../../api/types.ts';
import { CheckField, SelectField, TextField } from '../../components/field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { t } from '../../i18n/index.ts';
import { canOperate, isAdmin, user } from '../../session/index.ts';

const LIFETIMES = ['30', '90', '365', 'none'] as const;
const DAY_MS = 86_400_000;

const FOR_ALL: readonly Scope[] = ['documents:process', 'documents:read', 'services:proxy'];
const DEFAULT_SCOPES: readonly Scope[] = ['documents:process', 'documents:read'];

interface NewKeyDialogProps {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}

export function NewKeyDialog({ onMade, onClose }: NewKeyDialogProps): VNode {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState(DEFAULT_SCOPES);
  const [lifetime, setLifetime] = useState<(typeof LIFETIMES)[number]>('90');
  const [limit, setLimit] = useState('');
  const create = async (): Promise<void> => {
    const body = { name, scopes: [...scopes], expires_at: endOf(lifetime), rate_limit: limit.trim() || null };
    const { key } = await dataOf(iris.api.POST('/auth/api-keys', { body }));
    onMade(key);
  };
  return (
    <FormDialog title={t('keys.create')} action={t('keys.create')} onSubmit={create} onClose={onClose}>
      <TextField label={t('keys.name')} hint={t('keys.name.hint')} value={name} onInput={setName} required />
      <ScopesField scopes={scopes} onChange={setScopes} />
      <SelectField
        label={t('keys.lifetime')}
        value={lifetime}
        choices={LIFETIMES.map((value) => ({ value, label: t(`keys.lifetime.${value}`) }))}
        onChoose={setLifetime}
      />
      <TextField
        label={t('keys.limit')}
        hint={t('keys.limit.hint')}
        placeholder="100/hour"
        value={limit}
        onInput={setLimit}
      />
    </FormDialog>
  );
}

interface ScopesFieldProps {
  readonly scopes: readonly Scope[];
  readonly onChange: (scopes: readonly Scope[]) => void;
}

function ScopesField({ scopes, onChange }: ScopesFieldProps): VNode {
  return (
    <fieldset class="fieldset">
      <legend>{t('keys.scopes')}</legend>
      {ownScopes().map((scope) => (
        <CheckField
          key={scope}
          label={t(`scope.${scope}`)}
          checked={scopes.includes(scope)}
          onChange={(isChecked) => {
            onChange(isChecked ? [...scopes, scope] : scopes.filter((one) => one !== scope));
          }}
        />
      ))}
    </fieldset>
  );
}

/** Nobody can give away what they may not do. */
function ownScopes(): readonly Scope[] {
  const forAdmins: readonly Scope[] = isAdmin(user.value) ? ['models:train', 'admin:*'] : [];
  const forOperators: readonly Scope[] = canOperate(user.value) ? ['admin:read'] : [];
  return [...FOR_ALL, ...forOperators, ...forAdmins];
}

function endOf(lifetime: (typeof LIFETIMES)[number]): string | null {
  return lifetime === 'none' ? null : new Date(Date.now() + Number(lifetime) * DAY_MS).toISOString();
}
