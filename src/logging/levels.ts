import type { AppConfig } from '../config/index.js';

/** The seed page speaks Python's level names. */
export type LevelName = AppConfig['runtime']['log_level'];

/** pino's names for them. */
export const PINO_LEVELS = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARNING: 'warn',
  ERROR: 'error',
  CRITICAL: 'fatal',
} as const satisfies Record<LevelName, string>;

/** pino's numbers for them: the louder, the higher. */
export const LEVEL_NUMBERS: Readonly<Record<LevelName, number>> = {
  TRACE: 10,
  DEBUG: 20,
  INFO: 30,
  WARNING: 40,
  ERROR: 50,
  CRITICAL: 60,
};

/** Above every level: nothing passes. */
export const SILENT = Infinity;

export function louderOf(one: LevelName, other: LevelName): LevelName {
  return LEVEL_NUMBERS[one] > LEVEL_NUMBERS[other] ? one : other;
}
