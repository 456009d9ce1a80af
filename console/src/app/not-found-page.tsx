import type { VNode } from 'preact';

import { EmptyState } from '../components/empty-state.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { t } from '../i18n/index.ts';
import { BASE } from './routes.ts';

export function NotFoundPage(): VNode {
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState icon="document" title={t('notFound.text')}>
        <a href={`${BASE}/documents`}>{t('notFound.link')}</a>
      </EmptyState>
    </>
  );
}
