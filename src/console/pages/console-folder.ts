import { fileURLToPath } from 'node:url';

/** Where `npm run build:console` leaves the pages: the same from `src/` and from `dist/`. */
export const CONSOLE_FOLDER = fileURLToPath(new URL('../../../console/dist/', import.meta.url));

/** Beside a file lie its compressed forms, as `console/compress.ts` leaves them; the smallest first. */
export const ENCODINGS = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
] as const;
export type Encoding = (typeof ENCODINGS)[number];
