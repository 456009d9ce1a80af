import type { VNode } from 'preact';

import { t } from '../i18n/index.ts';

/** Lines where the content is going to be, shown only when it takes a while. */
export function Loading({ lines = 4 }: { lines?: number }): VNode {
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} class="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}
