import type { VNode } from 'preact';

import { t } from '../../i18n/index.ts';
import { PHASES } from './job.ts';
import type { Progress } from './progress.ts';

/** The five phases in a line, for a list. */
export function PhaseStrip({ progress: { phases, percent } }: { progress: Progress }): VNode {
  return (
    <span
      class="phase-strip"
      role="progressbar"
      aria-label={t('documents.progress')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      {PHASES.map((phase) => (
        <span key={phase} class={`phase-strip-${phases[phase].status}`} />
      ))}
    </span>
  );
}
