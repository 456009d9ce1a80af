import './access.css';

import type { ComponentType, VNode } from 'preact';
import { useRoute } from 'preact-iso';

import { BASE, everybody } from '../../app/routes.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { type PlainKey, t } from '../../i18n/index.ts';
import { canOperate, type User, user } from '../../session/index.ts';
import { KeysSection } from './keys-section.tsx';
import { LimitsSection } from './limits-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { UsersSection } from './users-section.tsx';

interface Section {
  readonly name: string;
  readonly label: PlainKey;
  readonly component: ComponentType;
  readonly isFor: (user: User | undefined) => boolean;
}

const SECTIONS: readonly Section[] = [
  { name: 'users', label: 'access.users', component: UsersSection, isFor: canOperate },
  { name: 'keys', label: 'access.keys', component: KeysSection, isFor: everybody },
  { name: 'sessions', label: 'access.sessions', component: SessionsSection, isFor: everybody },
  { name: 'limits', label: 'access.limits', component: LimitsSection, isFor: everybody },
];

export function AccessPage(): VNode {
  const { params } = useRoute();
  const sections = SECTIONS.filter(({ isFor }) => isFor(user.value));
  const current = sections.find(({ name }) => name === params.section) ?? sections[0];
  if (!current) throw new Error('everybody has some section');
  const { component: Current } = current;
  return (
    <>
      <PageHeader title={t('nav.access')} lead={t('access.lead')} />
      <nav class="tabs" aria-label={t('access.sections')}>
        <ul>
          {sections.map(({ name, label }) => (
            <li key={name}>
              <a href={`${BASE}/access/${name}`} aria-current={name === current.name ? 'page' : undefined}>
                {t(label)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Current />
    </>
  );
}
