import type { PlainKey } from '../i18n/index.ts';
import { canOperate, type User } from '../session/index.ts';

export const BASE = '/console';

export interface Destination {
  readonly path: string;
  readonly label: PlainKey;
  readonly isFor: (user: User | undefined) => boolean;
}

export const everybody = (): boolean => true;

/** The navigation, in its order. */
export const DESTINATIONS: readonly Destination[] = [
  { path: `${BASE}/documents`, label: 'nav.documents', isFor: everybody },
  { path: `${BASE}/traffic`, label: 'nav.traffic', isFor: canOperate },
  { path: `${BASE}/services`, label: 'nav.services', isFor: canOperate },
  { path: `${BASE}/access`, label: 'nav.access', isFor: everybody },
  { path: `${BASE}/audit`, label: 'nav.audit', isFor: canOperate },
];
