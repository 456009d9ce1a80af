import type { VNode } from 'preact';

import type { AuditEntry } from '../../api/types.ts';
import { ScrollArea } from '../../components/scroll-area.tsx';
import { formatExactTime, t } from '../../i18n/index.ts';
import type { Emails } from './use-emails.ts';

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly emails: Emails;
}

export function AuditTable({ entries, emails }: AuditTableProps): VNode {
  return (
    <ScrollArea label={t('audit.entries')}>
      <table class="table audit-table" aria-label={t('audit.entries')}>
        <thead>
          <tr>
            <th scope="col">{t('audit.time')}</th>
            <th scope="col">{t('audit.action')}</th>
            <th scope="col">{t('audit.actor')}</th>
            <th scope="col">{t('audit.subject')}</th>
            <th scope="col">{t('audit.details')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} emails={emails} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function AuditRow({ entry, emails }: { entry: AuditEntry; emails: Emails }): VNode {
  const { at, action, actor_id: actorId, subject, address, request_id: requestId, details } = entry;
  return (
    <tr>
      <td class="numeric audit-time">
        <time dateTime={at}>{formatExactTime(at)}</time>
      </td>
      <th scope="row">{t(`audit.action.${action}`)}</th>
      <td>
        {actorId === null ? t('audit.nobody') : (emails.get(actorId) ?? <code>{actorId}</code>)}
        {address && <span class="cell-note mono">{address}</span>}
      </td>
      <td>{subject === null ? '–' : subjectName(subject, emails)}</td>
      <td class="audit-details">
        {Object.entries(details).map(([name, value]) => (
          <span key={name} class="audit-detail">
            {name}: <code>{String(value)}</code>
          </span>
        ))}
        {requestId && (
          <span class="cell-note">
            {t('problem.requestId')} <code>{requestId}</code>
          </span>
        )}
      </td>
    </tr>
  );
}

/** `user:<id>` says nothing to people; their address does. */
function subjectName(subject: string, emails: Emails): VNode {
  const email = emails.get(subject.replace(/^user:/, ''));
  return email === undefined ? <code>{subject}</code> : <>{email}</>;
}
