import { isTemporary } from '@iris/client';
import type { VNode } from 'preact';

import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatBytes, t } from '../../i18n/index.ts';
import { dismiss, retry, type Upload } from './uploads.ts';

export function UploadRow({ upload }: { upload: Upload }): VNode {
  const { file, error, key } = upload;
  if (error === undefined) {
    return (
      <li class="document-row">
        <span class="document-row-name">{file.name}</span>
        <Badge icon="upload">{t('documents.sending')}</Badge>
        <span class="document-row-note numeric">{formatBytes(file.size)}</span>
      </li>
    );
  }
  return (
    <li class="document-row document-row-refused">
      <span class="document-row-name">{file.name}</span>
      <Button
        variant="quiet"
        icon="close"
        aria-label={t('documents.dismiss', { name: file.name })}
        onClick={() => dismiss(key)}
      />
      <ProblemNote error={error} onRetry={isTemporary(error) ? () => retry(upload) : undefined} />
    </li>
  );
}
