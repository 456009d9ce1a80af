import type { ProcessResult } from '@iris/client';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.tsx';
import { t } from '../../i18n/index.ts';
import { imageSource, outputOf } from './result.ts';

export function CorrectedImage({ result }: { result: ProcessResult }): VNode {
  const [isWhole, setWhole] = useState(false);
  const source = imageSource(result);
  const { width, height } = outputOf(result.phases.phase_1) ?? {};
  return (
    <section class="panel" aria-labelledby="image">
      <div class="panel-header">
        <h3 id="image">{t('image.title')}</h3>
        {source && (
          <Button variant="quiet" aria-pressed={isWhole} onClick={() => setWhole(!isWhole)}>
            {t('image.actualSize')}
          </Button>
        )}
      </div>
      {source ? (
        <div
          class={`corrected ${isWhole ? 'corrected-whole' : ''}`}
          role={isWhole ? 'group' : undefined}
          aria-labelledby={isWhole ? 'image' : undefined}
          tabIndex={isWhole ? 0 : undefined}
        >
          <img src={source} alt={t('image.alt')} width={width} height={height} />
        </div>
      ) : (
        <p class="muted">{t('image.none')}</p>
      )}
    </section>
  );
}
