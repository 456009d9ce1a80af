import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { Button } from '../../components/button.tsx';
import { t } from '../../i18n/index.ts';
import { imageSource, type Result } from './result.ts';

export function CorrectedImage({ result }: { result: Result }): VNode {
  const [isWhole, setWhole] = useState(false);
  const source = imageSource(result);
  const { width, height } = result.phases.phase_1.output ?? {};
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
          role="region"
          aria-labelledby="image"
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
