import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { Limit, NearLimit } from '../../api/types.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Meter } from '../../components/meter.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useQuery } from '../../components/use-query.ts';
import { formatDuration, formatNumber, maybeText, t } from '../../i18n/index.ts';
import { canOperate, isAdmin, user } from '../../session/index.ts';
import { AccessPanel } from './access-panel.tsx';
import { AccessTable } from './access-table.tsx';

const POLL_MS = 30_000;
const NEAR = 0.8;

export function LimitsSection(): VNode {
  return (
    <div class="stack">
      <OwnLimits />
      {canOperate(user.value) && <NearLimits />}
    </div>
  );
}

function OwnLimits(): VNode {
  const limits = useQuery('limits', (signal) => dataOf(iris.api.GET('/limits', { signal })), {
    everyMs: POLL_MS,
  });
  return (
    <AccessPanel id="own-limits" title={t('limits.own')} lead={t('limits.own.lead')}>
      <QueryView query={limits}>
        {({ limits: own }) => (
          <AccessTable label={t('limits.own')} labelledBy="own-limits" columns={limitColumns()}>
            {own.map((limit) => (
              <tr key={limit.name}>
                <th scope="row">{limitName(limit)}</th>
                <LimitCells limit={limit} />
              </tr>
            ))}
          </AccessTable>
        )}
      </QueryView>
    </AccessPanel>
  );
}

function NearLimits(): VNode {
  const near = useQuery('near', (signal) => dataOf(iris.api.GET('/admin/rate-limits', { signal })), {
    everyMs: POLL_MS,
  });
  const [resetting, setResetting] = useState<NearLimit>();
  return (
    <AccessPanel id="near-limits" title={t('limits.near')} lead={t('limits.near.lead')}>
      <QueryView query={near}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="muted">{t('limits.near.none')}</p>
          ) : (
            <NearTable items={items} onReset={setResetting} />
          )
        }
      </QueryView>
      {resetting && (
        <ResetDialog near={resetting} onClose={() => setResetting(undefined)} onChange={near.reload} />
      )}
    </AccessPanel>
  );
}

interface NearTableProps {
  readonly items: readonly NearLimit[];
  readonly onReset: (near: NearLimit) => void;
}

function NearTable({ items, onReset }: NearTableProps): VNode {
  return (
    <AccessTable
      label={t('limits.near')}
      labelledBy="near-limits"
      columns={[{ title: t('limits.subject') }, ...limitColumns()]}
      hasActions
    >
      {items.map((item) => (
        <tr key={`${item.subject} ${item.limit.name}`}>
          <th scope="row">{item.email ?? <code>{item.subject}</code>}</th>
          <td>{limitName(item.limit)}</td>
          <LimitCells limit={item.limit} />
          <td class="cell-actions">
            {isAdmin(user.value) && (
              <Button variant="quiet" onClick={() => onReset(item)}>
                {t('limits.reset')}
                <span class="visually-hidden"> {item.email ?? item.subject}</span>
              </Button>
            )}
          </td>
        </tr>
      ))}
    </AccessTable>
  );
}

function limitColumns() {
  return [
    { title: t('limits.limit') },
    { title: t('limits.used') },
    { title: t('limits.left'), isNumber: true },
    { title: t('limits.more'), isNumber: true },
  ];
}

function LimitCells({ limit: { limit, remaining, reset } }: { limit: Limit }): VNode {
  const used = limit === 0 ? 1 : (limit - remaining) / limit;
  return (
    <>
      <td class="limit-used">
        <Meter share={used} tone={used >= 1 ? 'bad' : used >= NEAR ? 'warn' : 'accent'} />
      </td>
      <td class="cell-number">
        {formatNumber(remaining)} / {formatNumber(limit)}
      </td>
      <td class="cell-number">{reset === 0 ? '–' : formatDuration(reset * 1000)}</td>
    </>
  );
}

interface ResetDialogProps {
  readonly near: NearLimit;
  readonly onClose: () => void;
  readonly onChange: () => void;
}

function ResetDialog({ near: { subject, email }, onClose, onChange }: ResetDialogProps): VNode {
  const name = email ?? subject;
  const reset = async (): Promise<void> => {
    await iris.api.DELETE('/admin/rate-limits/{subject}', { params: { path: { subject } } });
    announce(t('limits.reset.done', { name }));
    onChange();
    onClose();
  };
  return (
    <ConfirmDialog
      title={t('limits.reset.title', { name })}
      text={t('limits.reset.text')}
      action={t('limits.reset')}
      isDanger={false}
      onConfirm={reset}
      onClose={onClose}
    />
  );
}

function limitName({ name }: Pick<Limit, 'name'>): string {
  return maybeText(`limit.${name}`) ?? name;
}
