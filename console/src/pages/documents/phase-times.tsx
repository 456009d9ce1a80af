import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { Icon, type IconName } from '../../components/icon.tsx';
import { Loading } from '../../components/loading.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { formatClock, formatDuration, maybeText, t } from '../../i18n/index.ts';
import { isFinal } from '@iris/client';
import { PHASES } from './job.ts';
import { phaseName } from './names.ts';
import type { PhaseProgress, PhaseStatus, Progress } from './progress.ts';
import { axisOf, type Axis, ticksOf } from './time-axis.ts';

const TICK_MS = 100;
const STATUS_ICONS: Readonly<Record<PhaseStatus, IconName>> = {
  waiting: 'wait',
  running: 'repeat',
  completed: 'check',
  failed: 'alert',
  skipped: 'skip',
  stopped: 'stop',
};

interface PhaseTimesProps {
  readonly progress: Progress | undefined;
  readonly error: unknown;
}

/** Every phase on one axis of time, which grows as long as the document is under way. */
export function PhaseTimes({ progress, error }: PhaseTimesProps): VNode {
  const isUnderWay = progress !== undefined && !isFinal(progress.state) && error === undefined;
  const now = useNow(isUnderWay);
  return (
    <section class="panel" aria-labelledby="phases">
      <div class="panel-header">
        <h3 id="phases">{t('phases.title')}</h3>
      </div>
      {error !== undefined && <ProblemNote error={error} />}
      {progress?.again && (
        <p class="times-again" role="status">
          {t('phases.again', { time: formatClock(progress.again.at), reason: progress.again.reason })}
        </p>
      )}
      {progress ? <TimesTable progress={progress} axis={axisOf(progress, now)} /> : <Loading lines={5} />}
    </section>
  );
}

function TimesTable({ progress, axis }: { progress: Progress; axis: Axis }): VNode {
  const { queuedAt, startedAt } = progress;
  const waiting: PhaseProgress = {
    status: (startedAt ?? progress.endedAt) ? 'completed' : 'running',
    startedAt: queuedAt,
    endedAt: startedAt ?? progress.endedAt,
  };
  return (
    <table class="times" aria-labelledby="phases">
      <thead>
        <tr>
          <th scope="col">{t('phases.phase')}</th>
          <td class="times-axis" aria-hidden="true">
            <Ticks axis={axis} />
          </td>
          <th scope="col" class="cell-number">
            {t('phases.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        <TimeRow name={t('phases.queue')} phase={waiting} axis={axis} isQuiet />
        {PHASES.map((phase) => (
          <TimeRow key={phase} name={phaseName(phase)} phase={progress.phases[phase]} axis={axis} />
        ))}
      </tbody>
    </table>
  );
}

interface TimeRowProps {
  readonly name: string;
  readonly phase: PhaseProgress;
  readonly axis: Axis;
  readonly isQuiet?: boolean;
}

function TimeRow({ name, phase, axis, isQuiet = false }: TimeRowProps): VNode {
  const { status, startedAt, endedAt = axis.endsAt, verdict, error } = phase;
  const how = verdict && verdict !== 'miss' ? maybeText(`verdict.${verdict}`) : undefined;
  return (
    <tr class={`times-${isQuiet ? 'quiet' : status}`}>
      <th scope="row">
        <span class="times-name">
          <Icon name={STATUS_ICONS[status]} size={16} />
          {name}
          <span class="visually-hidden">{t(`phaseStatus.${status}`)}</span>
        </span>
        {error && (
          <span class="times-error" title={error.detail}>
            {error.detail}
          </span>
        )}
      </th>
      <td class="times-axis" aria-hidden="true">
        <Gridlines axis={axis} />
        {startedAt !== undefined && <span class="times-bar" style={spanOf(startedAt, endedAt, axis)} />}
      </td>
      <td class="cell-number">
        {how && <span class="times-note">{how}</span>}
        {startedAt === undefined ? t(`phaseStatus.${status}`) : formatDuration(endedAt - startedAt)}
      </td>
    </tr>
  );
}

function Ticks({ axis }: { axis: Axis }): VNode {
  return (
    <span class="times-ticks">
      {ticksOf(axis).map((ms) => (
        <span key={ms} class="numeric" style={{ left: placeOf(ms, axis) }}>
          {formatDuration(ms)}
        </span>
      ))}
    </span>
  );
}

function Gridlines({ axis }: { axis: Axis }): VNode {
  return (
    <>
      {ticksOf(axis).map((ms) => (
        <span key={ms} class="times-grid" style={{ left: placeOf(ms, axis) }} />
      ))}
    </>
  );
}

function placeOf(ms: number, { startsAt, endsAt }: Axis): string {
  return `${(ms / (endsAt - startsAt)) * 100}%`;
}

function spanOf(from: number, to: number, axis: Axis): { left: string; width: string } {
  return { left: placeOf(from - axis.startsAt, axis), width: placeOf(to - from, axis) };
}

function useNow(isRunning: boolean): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [isRunning]);
  return now;
}
