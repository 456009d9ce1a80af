import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import { connection, reconnectNow } from '../api/connection.ts';
import { Button } from '../components/button.tsx';
import { t } from '../i18n/index.ts';

/** Nothing is lost while the gateway is away, so that this is all that is said of it. */
export function ConnectionBanner(): VNode {
  return (
    <div role="status">
      {connection.value.state === 'down' && (
        <div class="banner">
          <span class="spinner" aria-hidden="true" />
          <p>{t('connection.down')}</p>
          <Countdown until={connection.value.retryAt} />
          <Button onClick={reconnectNow}>{t('connection.tryNow')}</Button>
        </div>
      )}
    </div>
  );
}

/** Seen, and not said each second. */
function Countdown({ until }: { until: number }): VNode {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return (
    <p class="muted numeric" aria-hidden="true">
      {t('connection.next', { seconds })}
    </p>
  );
}
