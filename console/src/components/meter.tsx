import type { VNode } from 'preact';

import { formatPercent } from '../i18n/index.ts';

/** A share as a bar and as a number. */
export function Meter({ share, tone }: { share: number; tone: 'good' | 'warn' | 'bad' | 'accent' }): VNode {
  return (
    <span class="meter">
      <span class="meter-track" aria-hidden="true">
        <span class={`meter-fill meter-${tone}`} style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span class="meter-number numeric">{formatPercent(share)}</span>
    </span>
  );
}
