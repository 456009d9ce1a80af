export type { Key, PlainKey } from './dictionary.ts';
export {
  formatBytes,
  formatClock,
  formatDateTime,
  formatDuration,
  formatExactTime,
  formatNumber,
  formatPercent,
  formatRelative,
  orDash,
} from './formats.ts';
export {
  chooseLanguage,
  language,
  type Language,
  LANGUAGE_NAMES,
  LANGUAGES,
  startLanguage,
} from './language.ts';
export { maybeText, plural, t } from './translate.ts';
