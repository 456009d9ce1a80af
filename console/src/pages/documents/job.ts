import type { Phase } from '@iris/client';

/** In the order of their numbers. */
export const PHASES = [
  'phase_1',
  'phase_2',
  'phase_3',
  'phase_4',
  'phase_5',
] as const satisfies readonly Phase[];

export const DOCUMENT_TYPES = ['auto', 'cedula_identidad', 'ficha_residencia', 'pasaporte'] as const;
