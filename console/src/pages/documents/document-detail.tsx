import type { VNode } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';

import { BASE } from '../../app/routes.ts';
import { announce } from '../../components/announcer.tsx';
import { Icon } from '../../components/icon.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useQuery } from '../../components/use-query.ts';
import { formatDateTime, t } from '../../i18n/index.ts';
import { DocumentActions } from './document-actions.tsx';
import { DocumentFacts } from './document-facts.tsx';
import { iris } from '../../api/client.ts';
import { isFinal, type Job } from '@iris/client';

import { PHASES } from './job.ts';
import { nameOf, phaseName } from './names.ts';
import { PhaseTimes } from './phase-times.tsx';
import { type Progress, type PhaseStatus } from './progress.ts';
import { ResultView } from './result-view.tsx';
import { StateBadge } from './state-badge.tsx';
import { useProgress } from './use-progress.ts';

interface DocumentDetailProps {
  readonly id: string;
  /** The job is another than it was. */
  readonly onChange: () => void;
  readonly onRepeated: (job: Job) => void;
}

export function DocumentDetail({ id, onChange, onRepeated }: DocumentDetailProps): VNode {
  const { data: job, error, reload } = useQuery(`job ${id}`, (signal) => iris.jobs.get(id, { signal }));
  const change = useCallback(() => {
    reload();
    onChange();
  }, []);
  const state = useRef(job?.state);
  state.current = job?.state;
  // The history of one that was finished before ends as well, and changes nothing.
  const onEnd = useCallback(() => {
    if (!state.current || !isFinal(state.current)) change();
  }, []);
  const following = useProgress(id, { enabled: true, onEnd });
  useProgressAnnounced(following?.progress);
  return (
    <article class="stack">
      <a class="back-link" href={`${BASE}/documents`}>
        <Icon name="back" />
        {t('documents.back')}
      </a>
      {error !== undefined && <ProblemNote error={error} onRetry={reload} />}
      {!job && error === undefined && <Loading lines={8} />}
      {job && (
        <>
          <Header job={job} progress={following?.progress} onChange={change} onRepeated={onRepeated} />
          {job.state === 'failed' && job.error && <Failure job={job} />}
          {job.state === 'succeeded' && <ResultView processingId={job.processing_id} />}
          <PhaseTimes progress={following?.progress} error={following?.error} />
          <DocumentFacts job={job} />
        </>
      )}
    </article>
  );
}

interface HeaderProps {
  readonly job: Job;
  readonly progress: Progress | undefined;
  readonly onChange: () => void;
  readonly onRepeated: (job: Job) => void;
}

function Header({ job, progress, onChange, onRepeated }: HeaderProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  const state = isFinal(job.state) ? job.state : (progress?.state ?? job.state);
  return (
    <header class="detail-header">
      <div class="detail-title">
        <h2 ref={heading} tabIndex={-1}>
          {nameOf(job)}
        </h2>
        <div class="row">
          <StateBadge state={state} />
          <time class="muted" dateTime={job.created_at}>
            {formatDateTime(job.created_at)}
          </time>
        </div>
      </div>
      <DocumentActions job={job} isFinished={isFinal(state)} onChange={onChange} onRepeated={onRepeated} />
    </header>
  );
}

function Failure({ job: { error } }: { job: Job }): VNode {
  const phase = PHASES.find((one) => one === error?.phase);
  return (
    <div class="problem" role="alert">
      <Icon name="alert" />
      <div class="problem-text">
        <p class="problem-title">
          {phase ? t('documents.failedIn', { phase: phaseName(phase) }) : t('documents.failed')}
        </p>
        <p>{error?.detail}</p>
        <p>{error?.retryable ? t('documents.failed.again') : t('documents.failed.other')}</p>
        <p class="problem-id">
          <code>{error?.code}</code>
        </p>
      </div>
    </div>
  );
}

/** Says each phase when it is done, and nothing that was done before one looked. */
function useProgressAnnounced(progress: Progress | undefined): void {
  const before = useRef<readonly PhaseStatus[] | undefined>(undefined);
  useEffect(() => {
    if (!progress) return;
    const now = PHASES.map((phase) => progress.phases[phase].status);
    const index = now.findIndex((status, at) => status !== before.current?.[at] && status !== 'running');
    const phase = PHASES[index];
    if (before.current && phase && progress.state === 'running') {
      announce(`${phaseName(phase)}: ${t(`phaseStatus.${progress.phases[phase].status}`)}`);
    }
    before.current = now;
  }, [progress]);
}
