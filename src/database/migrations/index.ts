import { CreateUsers1763900000000 } from './1763900000000-create-users.js';

/** In the order in which they run. A released migration is never edited: add the next one. */
export const MIGRATIONS = [CreateUsers1763900000000] as const;
