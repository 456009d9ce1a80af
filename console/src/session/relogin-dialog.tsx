import type { VNode } from 'preact';

import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../i18n/index.ts';
import { LoginForm } from './login-form.tsx';
import { logOut, user } from './session.ts';

/** Over the page, which waits behind it as it was. */
export function ReloginDialog(): VNode {
  const leave = (): void => void logOut();
  return (
    <Dialog title={t('login.expired')} onClose={leave}>
      <div class="stack">
        <p class="muted">{t('login.expired.lead')}</p>
        <LoginForm email={user.value?.email} />
        <Button variant="quiet" onClick={leave}>
          {t('login.other')}
        </Button>
      </div>
    </Dialog>
  );
}
