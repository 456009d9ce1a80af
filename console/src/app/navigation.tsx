import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';

import { t } from '../i18n/index.ts';
import { user } from '../session/index.ts';
import { DESTINATIONS } from './routes.ts';

export function Navigation(): VNode {
  const { path } = useLocation();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // On a phone there is not room for all of them.
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [path]);
  return (
    <nav class="navigation" aria-label={t('nav.label')}>
      <ul ref={list}>
        {DESTINATIONS.filter(({ isFor }) => isFor(user.value)).map((destination) => (
          <li key={destination.path}>
            <a href={destination.path} aria-current={isWithin(path, destination.path) ? 'page' : undefined}>
              {t(destination.label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isWithin(path: string, section: string): boolean {
  return path === section || path.startsWith(`${section}/`);
}
