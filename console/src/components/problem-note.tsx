import { IrisError, IrisNetworkError } from '@iris/client';
import type { VNode } from 'preact';

import { formatDuration, maybeText, t } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';

interface ProblemNoteProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

/** What went wrong, what to do, and what to tell those who run the gateway. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps): VNode {
  const { title, advice, requestId } = explain(error);
  return (
    <div class="problem" role="alert">
      <Icon name="alert" />
      <div class="problem-text">
        <p class="problem-title">{title}</p>
        {advice && <p>{advice}</p>}
        {requestId && (
          <p class="problem-id">
            {t('problem.requestId')} <code>{requestId}</code>
          </p>
        )}
      </div>
      {onRetry && <Button onClick={onRetry}>{t('action.tryAgain')}</Button>}
    </div>
  );
}

interface Explanation {
  readonly title: string;
  readonly advice: string | undefined;
  readonly requestId: string | undefined;
}

/** In our own words where we have some; those of the gateway are in English. */
export function explain(error: unknown): Explanation {
  if (error instanceof IrisError) return explainAnswer(error);
  const key = error instanceof IrisNetworkError ? 'problem.unreachable' : 'problem.unexpected';
  return { title: t(key), advice: t(`${key}.advice`), requestId: undefined };
}

function explainAnswer({ code, status, detail, problem, requestId, retryAfterMs }: IrisError): Explanation {
  const faults = problem.errors?.map((fault) => fault.detail).join(' · ');
  const advice = maybeText(`problem.${code}.advice`) ?? faults ?? detail;
  return {
    title: maybeText(`problem.${code}`) ?? maybeText(`problem.status.${status}`) ?? problem.title ?? code,
    advice: [advice, retryAfterMs !== undefined && waitHint(retryAfterMs)].filter(Boolean).join(' '),
    requestId,
  };
}

function waitHint(ms: number): string {
  return t('problem.waitHint', { time: formatDuration(ms) });
}
