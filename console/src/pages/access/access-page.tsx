import type { VNode } from 'preact';

import { PageHeader } from '../../components/page-header.tsx';
import { t } from '../../i18n/index.ts';

export function AccessPage(): VNode {
  return <PageHeader title={t('nav.access')} />;
}
