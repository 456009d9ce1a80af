import type { VNode } from 'preact';

import { PageHeader } from '../../components/page-header.tsx';
import { t } from '../../i18n/index.ts';

export function ServicesPage(): VNode {
  return <PageHeader title={t('nav.services')} />;
}
