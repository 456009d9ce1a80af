import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';

import { BASE } from '../../app/routes.ts';
import { announce } from '../../components/announcer.tsx';
import { formatDateTime, formatRelative, t } from '../../i18n/index.ts';
import { isFinal, type Job } from '@iris/client';
import { nameOf, phaseName } from './names.ts';
import { PhaseStrip } from './phase-strip.tsx';
import { NOTHING_YET, type Progress } from './progress.ts';
import { StateBadge } from './state-badge.tsx';
import { useProgress } from './use-progress.ts';

interface DocumentRowProps {
  readonly job: Job;
  readonly isSelected: boolean;
  readonly onEnd: () => void;
}

export function DocumentRow({ job, isSelected, onEnd }: DocumentRowProps): VNode {
  const isUnderWay = !isFinal(job.state);
  const following = useProgress(job.id, { enabled: isUnderWay, oneOfMany: true, onEnd });
  const progress = following?.progress ?? { ...NOTHING_YET, state: job.state, percent: job.progress };
  useEndAnnounced(job, isUnderWay ? following?.progress : undefined);
  return (
    <li>
      <a
        class="document-row"
        href={`${BASE}/documents/${job.id}`}
        aria-current={isSelected ? 'true' : undefined}
      >
        <span class="document-row-name">{nameOf(job)}</span>
        <StateBadge state={isUnderWay ? progress.state : job.state} />
        {isUnderWay ? (
          <span class="document-row-note">{noteOf(job, progress)}</span>
        ) : (
          <time class="document-row-note" dateTime={job.created_at} title={formatDateTime(job.created_at)}>
            {formatRelative(job.created_at)}
          </time>
        )}
        {isUnderWay && <PhaseStrip progress={progress} />}
      </a>
    </li>
  );
}

function noteOf(job: Job, { state, phases }: Progress): string {
  if (state === 'queued')
    return job.position ? t('documents.ahead', { count: job.position }) : t('documents.next');
  const running = Object.entries(phases).filter(([, { status }]) => status === 'running');
  return (
    running.map(([phase]) => phaseName(phase as keyof typeof phases)).join(' · ') || t('documents.starting')
  );
}

function useEndAnnounced(job: Job, progress: Progress | undefined): void {
  const state = progress?.state;
  useEffect(() => {
    if (state && isFinal(state)) announce(`${nameOf(job)}: ${t(`jobState.${state}`)}`);
  }, [state]);
}
