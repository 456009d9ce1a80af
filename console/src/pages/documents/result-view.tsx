import type { ProcessResult } from '@iris/client';
import type { VNode } from 'preact';

import { CopyButton } from '../../components/copy-button.tsx';
import { Loading } from '../../components/loading.tsx';
import { Meter } from '../../components/meter.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useQuery } from '../../components/use-query.ts';
import { formatPercent, t } from '../../i18n/index.ts';
import { CorrectedImage } from './corrected-image.tsx';
import { iris } from '../../api/client.ts';
import { FieldsTable } from './fields-table.tsx';
import { documentTypeName } from './names.ts';
import { fieldsOf, outputOf } from './result.ts';

export function ResultView({ processingId }: { processingId: string }): VNode {
  const { data, error, reload } = useQuery(`result ${processingId}`, (signal) =>
    iris.result(processingId, { signal }),
  );
  if (data) return <ResultPanels result={data} />;
  if (error !== undefined) return <ProblemNote error={error} onRetry={reload} />;
  return (
    <div class="panel">
      <Loading lines={8} />
    </div>
  );
}

function ResultPanels({ result }: { result: ProcessResult }): VNode {
  return (
    <>
      <div class="result-columns">
        <FieldsPanel result={result} />
        <CorrectedImage result={result} />
      </div>
      <TextPanel result={result} />
    </>
  );
}

function FieldsPanel({ result }: { result: ProcessResult }): VNode {
  const confidence = outputOf(result.phases.phase_3)?.confidence;
  return (
    <section class="panel" aria-labelledby="fields">
      <div class="panel-header">
        <h3 id="fields">{t('fields.title')}</h3>
        <p class="muted numeric">
          {documentTypeName(result.final_result.document_type)}
          {confidence !== undefined && ` · ${formatPercent(confidence)}`}
        </p>
      </div>
      <FieldsTable fields={fieldsOf(result)} />
    </section>
  );
}

function TextPanel({ result }: { result: ProcessResult }): VNode | null {
  const output = outputOf(result.phases.phase_4);
  if (!output) return null;
  return (
    <section class="panel" aria-labelledby="text">
      <div class="panel-header">
        <h3 id="text">{t('text.title')}</h3>
        <div class="text-confidence">
          <Meter share={output.confidence} tone="accent" />
        </div>
        <CopyButton text={output.text} label={t('text.copy')} />
      </div>
      {output.text === '' ? (
        <p class="muted">{t('text.empty')}</p>
      ) : (
        <pre class="ocr-text" lang={output.language} tabIndex={0} role="group" aria-labelledby="text">
          {output.text}
        </pre>
      )}
    </section>
  );
}
