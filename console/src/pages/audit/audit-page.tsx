import './audit.css';

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { dataOf, iris } from '../../api/client.ts';
import type { AuditEntry } from '../../api/types.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { Pager } from '../../components/pager.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { usePages } from '../../components/use-pages.ts';
import { t } from '../../i18n/index.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import type { AuditQuery } from './audit-query.ts';
import { useEmails } from './use-emails.ts';

export function AuditPage(): VNode {
  const [filter, setFilter] = useState<AuditQuery>({});
  const entries = usePages<AuditEntry>(`audit ${JSON.stringify(filter)}`, (cursor, signal) => {
    const query = { ...filter, ...(cursor && { cursor }) };
    return dataOf(iris.api.GET('/admin/audit-log', { params: { query }, signal }));
  });
  const emails = useEmails();
  return (
    <>
      <PageHeader title={t('nav.audit')} lead={t('audit.lead')} />
      <section class="panel" aria-label={t('audit.entries')}>
        <AuditFilters onFilter={setFilter} onRefresh={entries.reload} />
        <QueryView query={entries}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon="document" title={t('audit.none')}>
                {t('audit.none.text')}
              </EmptyState>
            ) : (
              <AuditTable entries={items} emails={emails} />
            )
          }
        </QueryView>
        <Pager {...entries} />
      </section>
    </>
  );
}
