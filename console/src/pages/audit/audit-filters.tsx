import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { AuditAction } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useAction } from '../../components/use-action.ts';
import { t } from '../../i18n/index.ts';
import { AUDIT_ACTIONS, type AuditQuery } from './audit-query.ts';

const ANY = 'any';

/** As it is typed. */
interface Wanted {
  readonly action: AuditAction | typeof ANY;
  readonly email: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
}

const NOTHING: Wanted = { action: ANY, email: '', subject: '', from: '', to: '' };

interface AuditFiltersProps {
  readonly onFilter: (query: AuditQuery) => void;
  readonly onRefresh: () => void;
}

export function AuditFilters({ onFilter, onRefresh }: AuditFiltersProps): VNode {
  const [wanted, setWanted] = useState(NOTHING);
  const [isUnknown, setUnknown] = useState(false);
  const { isBusy, error, run } = useAction();
  const apply = async (): Promise<void> => {
    const actor = await findActor(wanted.email.trim());
    setUnknown(actor === undefined);
    if (actor !== undefined) onFilter(toQuery(wanted, actor));
    onRefresh();
  };
  const clear = (): void => {
    setWanted(NOTHING);
    setUnknown(false);
    onFilter({});
  };
  return (
    <form
      role="search"
      aria-label={t('audit.filter')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) run(apply);
      }}
    >
      <div class="filters">
        <Fields wanted={wanted} onChange={setWanted} />
        <div class="row">
          <Button type="submit" variant="primary" busy={isBusy}>
            {t('audit.apply')}
          </Button>
          <Button variant="quiet" onClick={clear}>
            {t('audit.clear')}
          </Button>
        </div>
      </div>
      {isUnknown && <p role="alert">{t('audit.unknownActor')}</p>}
      {error !== undefined && <ProblemNote error={error} />}
    </form>
  );
}

interface FieldsProps {
  readonly wanted: Wanted;
  readonly onChange: (wanted: Wanted) => void;
}

function Fields({ wanted, onChange }: FieldsProps): VNode {
  const set = (change: Partial<Wanted>): void => {
    onChange({ ...wanted, ...change });
  };
  return (
    <>
      <SelectField
        label={t('audit.action')}
        value={wanted.action}
        choices={[
          { value: ANY, label: t('audit.anyAction') },
          ...AUDIT_ACTIONS.map((value) => ({ value, label: t(`audit.action.${value}`) })),
        ]}
        onChoose={(action) => set({ action })}
      />
      <TextField
        label={t('audit.actor')}
        value={wanted.email}
        placeholder="ana@example.com"
        onInput={(email) => set({ email })}
      />
      <TextField
        label={t('audit.subject')}
        value={wanted.subject}
        placeholder="service:ocr_extractor"
        onInput={(subject) => set({ subject })}
      />
      <TextField
        label={t('audit.from')}
        type="datetime-local"
        value={wanted.from}
        onInput={(from) => set({ from })}
      />
      <TextField
        label={t('audit.to')}
        type="datetime-local"
        value={wanted.to}
        onInput={(to) => set({ to })}
      />
    </>
  );
}

/** @returns '' for everybody, undefined when there is nobody of this address */
async function findActor(email: string): Promise<string | undefined> {
  if (email === '') return '';
  const query = { email, limit: 1 };
  const { items } = await dataOf(iris.api.GET('/admin/users', { params: { query } }));
  return items[0]?.id;
}

function toQuery({ action, subject, from, to }: Wanted, actor: string): AuditQuery {
  return {
    ...(action !== ANY && { action }),
    ...(actor && { actor }),
    ...(subject.trim() && { subject: subject.trim() }),
    ...(from && { from: new Date(from).toISOString() }),
    ...(to && { to: new Date(to).toISOString() }),
  };
}
