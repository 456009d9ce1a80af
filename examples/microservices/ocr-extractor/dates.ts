/** Spanish abbreviations as on Chilean documents, English ones as on foreign passports; `SEPT` is common. */
const MONTHS: Record<string, number> = {
  ENE: 1,
  JAN: 1,
  FEB: 2,
  MAR: 3,
  ABR: 4,
  APR: 4,
  MAY: 5,
  JUN: 6,
  JUL: 7,
  AGO: 8,
  AUG: 8,
  SEP: 9,
  SEPT: 9,
  OCT: 10,
  NOV: 11,
  DIC: 12,
  DEC: 12,
};

export const DATE_PATTERN =
  /(?<![\w/])([0-3OIl]?[\dOIl])\s?(?:[/.-]\s?([01OIl]?[\dOIl])\s?[/.-]|([A-Z]{3,4})\.?)\s?([12][\dOIl]{3})(?![\w/])/i;

/**
 * The first date in a text as `YYYY-MM-DD`: `12 MAR 1990`, `12/03/1990`, `12-03-1990`. Null when there is
 * none or when the calendar has no such day.
 */
export function readDate(text: string): string | null {
  const match = DATE_PATTERN.exec(text);
  if (!match) return null;
  const [, day = '', month = '', name = '', year = ''] = match;
  return isoDate(number(year), name ? (MONTHS[name.toUpperCase()] ?? 0) : number(month), number(day));
}

/** `yymmdd` of a machine readable zone; a birth lies in the past, an expiry in this century. */
export function readMrzDate(text: string, kind: 'birth' | 'expiry', today = new Date()): string | null {
  if (!/^\d{6}$/.test(text)) return null;
  const [year, month, day] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
  const thisYear = today.getUTCFullYear() % 100;
  const century = kind === 'birth' && (year ?? 0) > thisYear ? 1900 : 2000;
  return isoDate(century + (year ?? 0), month ?? 0, day ?? 0);
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

function number(text: string): number {
  return Number(text.replace(/O/gi, '0').replace(/[Il]/gi, '1'));
}
