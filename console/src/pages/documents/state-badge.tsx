import type { VNode } from 'preact';

import { Badge, type Tone } from '../../components/badge.tsx';
import type { IconName } from '../../components/icon.tsx';
import { t } from '../../i18n/index.ts';
import type { JobState } from '@iris/client';

const LOOKS: Readonly<Record<JobState, { tone: Tone; icon?: IconName }>> = {
  queued: { tone: 'neutral', icon: 'wait' },
  running: { tone: 'accent', icon: 'repeat' },
  succeeded: { tone: 'good' },
  failed: { tone: 'bad' },
  cancelled: { tone: 'neutral', icon: 'stop' },
};

export function StateBadge({ state }: { state: JobState }): VNode {
  return <Badge {...LOOKS[state]}>{t(`jobState.${state}`)}</Badge>;
}
