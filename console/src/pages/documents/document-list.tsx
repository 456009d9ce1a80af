import type { VNode } from 'preact';

import { Button } from '../../components/button.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useAction } from '../../components/use-action.ts';
import { t } from '../../i18n/index.ts';
import { DocumentRow } from './document-row.tsx';
import { UploadRow } from './upload-row.tsx';
import { uploads } from './uploads.ts';
import type { Jobs } from './use-jobs.ts';

export function DocumentList({ jobs, selected }: { jobs: Jobs; selected: string | undefined }): VNode {
  const { items, error, reload } = jobs;
  return (
    <section aria-labelledby="your-documents" class="stack-tight">
      <h2 id="your-documents" class="list-title">
        {t('documents.list')}
      </h2>
      {error !== undefined && <ProblemNote error={error} onRetry={reload} />}
      {!items && error === undefined && <Loading lines={6} />}
      <ul class="document-list">
        {uploads.value.map((upload) => (
          <UploadRow key={upload.key} upload={upload} />
        ))}
        {items?.map((job) => (
          <DocumentRow key={job.id} job={job} isSelected={job.id === selected} onEnd={reload} />
        ))}
      </ul>
      {items?.length === 0 && uploads.value.length === 0 && <p class="muted">{t('documents.list.empty')}</p>}
      {jobs.hasOlder && <OlderButton load={jobs.loadOlder} />}
    </section>
  );
}

function OlderButton({ load }: { load: () => Promise<void> }): VNode {
  const { isBusy, error, run } = useAction();
  return (
    <>
      {error !== undefined && <ProblemNote error={error} />}
      <Button busy={isBusy} onClick={() => run(load)}>
        {t('documents.older')}
      </Button>
    </>
  );
}
