import type { VNode } from 'preact';

import { formatBytes, formatExactTime, formatNumber, orDash, t } from '../../i18n/index.ts';
import type { Job } from '@iris/client';
import { documentTypeName } from './names.ts';

export function DocumentFacts({ job }: { job: Job }): VNode {
  const facts: readonly (readonly [string, string, string?])[] = [
    [t('documents.fact.type'), documentTypeName(job.document_type)],
    [t('documents.fact.size'), formatBytes(job.document_bytes)],
    [t('documents.fact.attempts'), formatNumber(job.attempts)],
    [t('documents.fact.finished'), orDash(job.finished_at, formatExactTime)],
    [t('documents.fact.expires'), orDash(job.expires_at, formatExactTime)],
    [t('documents.fact.job'), job.id, 'mono'],
    [t('documents.fact.result'), job.processing_id, 'mono'],
    [t('documents.fact.hash'), job.document_sha256, 'mono'],
  ];
  return (
    <details class="panel facts">
      <summary>{t('documents.facts')}</summary>
      <dl>
        {facts.map(([name, value, style]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd class={style}>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
