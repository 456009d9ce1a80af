import { mrzCheckDigit } from './mrz-check.ts';

export interface CheckedField {
  value: string;
  valid: boolean;
  repaired: boolean;
}

const DIGIT_FOR: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
};
const LETTER_FOR: Record<string, string> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };

/** Characters that OCR takes for each other, either way round. */
const CONFUSED: Record<string, string> = {
  O: '0',
  0: 'OQD',
  Q: '0',
  D: '0',
  I: '1',
  1: 'IL',
  L: '1',
  Z: '2',
  2: 'Z',
  S: '5',
  5: 'S',
  G: '6',
  6: 'GB',
  B: '86',
  8: 'B',
  K: '<',
  '<': 'K',
};

/** For places that hold digits only. */
export function toDigits(text: string): string {
  return Array.from(text)
    .map((character) => DIGIT_FOR[character] ?? character)
    .join('');
}

/** For places that hold letters only. */
export function toLetters(text: string): string {
  return Array.from(text)
    .map((character) => LETTER_FOR[character] ?? character)
    .join('');
}

/**
 * Checks a field against its digit. Where it does not fit, the one replacement of look-alikes that makes it
 * fit is taken (two at most); with several candidates nothing is known, and the field stays as read.
 */
export function repairField(read: string, checkRead: string, kind: 'digits' | 'mixed'): CheckedField {
  const check = toDigits(checkRead);
  const value = kind === 'digits' ? toDigits(read) : read;
  const repaired = value !== read || check !== checkRead;
  if (fits(value, check)) return { value, valid: true, repaired };
  if (kind === 'digits') return { value, valid: false, repaired };
  const single = replacements(value);
  for (const candidates of [single, single.flatMap(replacements)]) {
    const fitting = [...new Set(candidates)].filter((candidate) => fits(candidate, check));
    // Numbers hold more digits than letters: a letter read for a digit is the likelier error.
    const likely = fitting.filter((candidate) => digitsIn(candidate) > digitsIn(value));
    const [only, ...others] = likely.length > 0 ? likely : fitting;
    if (only !== undefined && others.length === 0) return { value: only, valid: true, repaired: true };
    if (only !== undefined) break;
  }
  return { value, valid: false, repaired: false };
}

function fits(value: string, check: string): boolean {
  // An empty optional field may carry a filler in place of its check digit (ICAO 9303 part 4, 4.2.2.2).
  return mrzCheckDigit(value) === check || (check === '<' && /^<*$/.test(value));
}

function digitsIn(text: string): number {
  return text.replace(/\D/g, '').length;
}

function replacements(value: string): string[] {
  return Array.from(value).flatMap((character, index) =>
    Array.from(CONFUSED[character] ?? '').map(
      (other) => value.slice(0, index) + other + value.slice(index + 1),
    ),
  );
}
