import type { VNode } from 'preact';

import { Preferences } from '../components/preferences.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { t } from '../i18n/index.ts';
import { LoginForm } from './login-form.tsx';

/** In the place of whatever page was asked for, which is there once one has logged in. */
export function LoginPage(): VNode {
  return (
    <div class="login">
      <div class="panel">
        <PageHeader title={t('login.title')} lead={t('login.lead')} />
        <LoginForm />
      </div>
      <Preferences />
    </div>
  );
}
