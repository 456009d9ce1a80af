import type { VNode } from 'preact';

import { formatNumber, t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import type { Paging } from './use-pages.ts';

/** Nothing as long as one page is all there is. */
export function Pager<Item>({ number, goBack, goOn }: Paging<Item>): VNode | null {
  if (!goBack && !goOn) return null;
  return (
    <nav class="pager" aria-label={t('pager.label')}>
      <Button icon="back" disabled={!goBack} onClick={goBack}>
        {t('pager.back')}
      </Button>
      <span class="muted numeric" aria-live="polite">
        {t('pager.page', { number: formatNumber(number) })}
      </span>
      <Button disabled={!goOn} onClick={goOn}>
        {t('pager.on')}
      </Button>
    </nav>
  );
}
