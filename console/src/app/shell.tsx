import type { ComponentChildren, VNode } from 'preact';

import { t } from '../i18n/index.ts';
import { user } from '../session/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { Navigation } from './navigation.tsx';
import { BASE } from './routes.ts';

function Brand(): VNode {
  return (
    <span class="brand">
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" class="brand-ground" />
        <circle cx="16" cy="16" r="8.5" class="brand-ring" />
        <circle cx="16" cy="16" r="3.5" class="brand-pupil" />
      </svg>
      IRIS
    </span>
  );
}

/** What is around every page. */
export function Shell({ children }: { children: ComponentChildren }): VNode {
  return (
    <>
      <a class="skip-link" href="#main">
        {t('nav.skip')}
      </a>
      <header class="top">
        <div class="top-inner">
          <a href={`${BASE}/documents`} class="brand-link">
            <Brand />
          </a>
          {user.value && <Navigation />}
          {user.value && <AccountMenu />}
        </div>
      </header>
      <ConnectionBanner />
      <main id="main" class="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
