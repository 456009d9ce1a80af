import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useAction } from '../../components/use-action.ts';
import { t } from '../../i18n/index.ts';
import { iris } from '../../api/client.ts';
import { MEDIA_TYPES } from './drop-zone.tsx';
import type { Job } from '@iris/client';
import { nameOf } from './names.ts';
import { DEFAULT_OPTIONS } from './options-form.tsx';
import { saveAs } from './save-as.ts';
import { fileOf, upload } from './uploads.ts';

interface DocumentActionsProps {
  readonly job: Job;
  readonly isFinished: boolean;
  readonly onChange: () => void;
  readonly onRepeated: (job: Job) => void;
}

export function DocumentActions({ job, isFinished, onChange, onRepeated }: DocumentActionsProps): VNode {
  const { isBusy, error, run } = useAction();
  const cancel = async (): Promise<void> => {
    await iris.jobs.cancel(job.id).finally(onChange);
    announce(`${nameOf(job)}: ${t('jobState.cancelled')}`);
  };
  const download = async (): Promise<void> => {
    const result = await iris.result(job.processing_id);
    saveAs(`${nameOf(job).replace(/\.\w+$/, '')}.json`, JSON.stringify(result, undefined, 2));
  };
  return (
    <div class="stack-tight">
      <div class="row">
        {!isFinished && (
          <Button variant="danger" icon="stop" busy={isBusy} onClick={() => run(cancel)}>
            {t('documents.cancel')}
          </Button>
        )}
        {isFinished && <RepeatButton job={job} onRepeated={onRepeated} />}
        {job.state === 'succeeded' && (
          <Button icon="download" busy={isBusy} onClick={() => run(download)}>
            {t('documents.download')}
          </Button>
        )}
      </div>
      {error !== undefined && <ProblemNote error={error} />}
    </div>
  );
}

/** The gateway gives no document back, so that one from an earlier visit has to be chosen again. */
function RepeatButton({ job, onRepeated }: { job: Job; onRepeated: (job: Job) => void }): VNode {
  const input = useRef<HTMLInputElement>(null);
  const repeat = (file: File | undefined): void => {
    if (!file) return;
    const options = { ...DEFAULT_OPTIONS, documentType: job.document_type };
    // What has failed goes on where it was; what has succeeded would only come from the cache.
    upload([file], options, { isFresh: job.state === 'succeeded', onAccepted: onRepeated });
  };
  const press = (): void => {
    const file = fileOf(job.id);
    if (file) repeat(file);
    else input.current?.click();
  };
  return (
    <>
      <Button icon="repeat" onClick={press} title={fileOf(job.id) ? undefined : t('documents.repeat.hint')}>
        {t('documents.repeat')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={MEDIA_TYPES}
        aria-label={t('documents.repeat.hint')}
        onChange={({ currentTarget }) => {
          repeat(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
