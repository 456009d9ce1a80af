import type { VNode } from 'preact';

import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Preferences } from '../components/preferences.tsx';
import { t } from '../i18n/index.ts';
import { logOut, user } from '../session/index.ts';

const ID = 'account-menu';

export function AccountMenu(): VNode {
  return (
    <div class="account">
      <button type="button" class="account-button" popovertarget={ID}>
        <Icon name="user" />
        <span class="visually-hidden">{t('account.menu')} </span>
        <span class="account-name">{user.value?.email}</span>
      </button>
      <div id={ID} popover="auto" class="account-panel" role="group" aria-label={t('account.menu')}>
        <div>
          <p class="account-email">{user.value?.email}</p>
          <p class="muted">{user.value && t(`role.${user.value.role}`)}</p>
        </div>
        <Preferences />
        <Button onClick={() => void logOut()}>{t('account.logOut')}</Button>
      </div>
    </div>
  );
}
