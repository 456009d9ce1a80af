import './documents.css';

import type { VNode } from 'preact';
import { useLocation, useRoute } from 'preact-iso';

import { BASE } from '../../app/routes.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { t } from '../../i18n/index.ts';
import { DocumentDetail } from './document-detail.tsx';
import { DocumentList } from './document-list.tsx';
import { DropZone } from './drop-zone.tsx';
import type { Job } from '@iris/client';
import { Quota } from './quota.tsx';
import { accepted, upload, uploads } from './uploads.ts';
import { useJobs } from './use-jobs.ts';

/** Where the list and a document are seen at once. */
const IS_WIDE = matchMedia('(width >= 60rem)');

/** The documents beside the one that is looked at; on a phone, one or the other. */
export function DocumentsPage(): VNode {
  const { params } = useRoute();
  const { route } = useLocation();
  const jobs = useJobs();
  const show = (job: Job): void => {
    route(`${BASE}/documents/${job.id}`);
  };
  const showFirst = (job: Job): void => {
    if (IS_WIDE.matches && !location.pathname.startsWith(`${BASE}/documents/`)) show(job);
  };
  const isEmpty = jobs.items?.length === 0 && uploads.value.length === 0;
  return (
    <div class={`documents ${params.id ? 'documents-one' : ''}`}>
      <PageHeader title={t('documents.title')} lead={t('documents.lead')}>
        <Quota round={accepted.value.length} />
      </PageHeader>
      <div class="documents-columns">
        <div class="documents-side stack">
          <DropZone
            onFiles={(files, options) =>
              upload(files, options, { onAccepted: files.length === 1 ? show : showFirst })
            }
          />
          <DocumentList jobs={jobs} selected={params.id} />
        </div>
        <div class="documents-main">
          {params.id ? (
            <DocumentDetail key={params.id} id={params.id} onChange={jobs.reload} onRepeated={show} />
          ) : (
            <Nothing isEmpty={isEmpty} />
          )}
        </div>
      </div>
    </div>
  );
}

function Nothing({ isEmpty }: { isEmpty: boolean }): VNode {
  return (
    <div class="panel">
      <EmptyState icon="document" title={isEmpty ? t('documents.none') : t('documents.choose')}>
        {isEmpty ? t('documents.none.text') : t('documents.choose.text')}
      </EmptyState>
    </div>
  );
}
