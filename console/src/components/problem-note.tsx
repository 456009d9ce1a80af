import type { VNode } from 'preact';

import { GatewayError, UnreachableError } from '../api/problem.ts';
import { formatDuration, type Key, maybeText, t } from '../i18n/index.ts';
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
  if (error instanceof GatewayError) return explainAnswer(error);
  const key: Key = error instanceof UnreachableError ? 'problem.unreachable' : 'problem.unexpected';
  return { title: t(key), advice: t(`${key}.advice`), requestId: undefined };
}

function explainAnswer({ problem, retryAfterSeconds }: GatewayError): Explanation {
  const { code, status, title, request_id: requestId } = problem;
  const detail = problem.errors?.map((entry) => entry.detail).join(' · ') ?? problem.detail;
  const advice = maybeText(`problem.${code}.advice`) ?? detail;
  return {
    title: maybeText(`problem.${code}`) ?? maybeText(`problem.status.${status}`) ?? title,
    advice: [advice, retryAfterSeconds && waitHint(retryAfterSeconds)].filter(Boolean).join(' '),
    requestId,
  };
}

function waitHint(seconds: number): string {
  return t('problem.waitHint', { time: formatDuration(seconds * 1000) });
}
