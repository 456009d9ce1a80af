import { COMMON_WORDS, LONGEST_WORD } from './common-words.js';
import { LONGEST_PUBLISHED, PUBLISHED_PASSWORDS } from './published-passwords.js';

/** A part of a password that is guessed as a whole. */
export interface Chunk {
  readonly length: number;
  /** Logarithm to base 2 of the tries that it takes. */
  readonly bits: number;
}

const BITS = {
  word: 10,
  published: 16,
  personal: 4,
  run: 6,
  repeat: 5,
  year: 6,
  digit: 3.3,
  letter: 4.7,
  other: 6,
};
/** Rows of keyboards, their columns, the alphabet and the digits; also read backwards. */
const ROWS = [
  'abcdefghijklmnñopqrstuvwxyz',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  '1234567890-=',
  '!@#$%^&*()_+',
  '!"·$%&/()=',
  'qwertyuiop[]',
  'qwertzuiopü',
  'azertyuiop',
  'asdfghjkl;',
  'asdfghjklñ',
  'zxcvbnm,./',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'q2w3e4r5t6y7u8i9o0',
].flatMap((row) => [row, Array.from(row).reverse().join('')]);
const MIN_RUN = 3;
const LETTERS_WRITTEN_AS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/**
 * Every way in which the text may go on at this place.
 * @param text in lower case
 * @param personal words that are easily guessed for this user
 */
export function chunksAt(text: string, start: number, personal: ReadonlySet<string>): Chunk[] {
  const rest = text.slice(start);
  return [singleCharacter(rest), ...runs(rest), ...repeats(rest), ...years(rest), ...words(rest, personal)];
}

function singleCharacter(rest: string): Chunk {
  const length = (rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1;
  if (/^\d/.test(rest)) return { length, bits: BITS.digit };
  return { length, bits: /^[a-z]/.test(rest) ? BITS.letter : BITS.other };
}

function runs(rest: string): Chunk[] {
  const length = Math.max(...ROWS.map((row) => runLength(rest, row)));
  return length >= MIN_RUN ? [{ length, bits: BITS.run }] : [];
}

function runLength(rest: string, row: string): number {
  let longest = 0;
  for (let from = row.indexOf(rest[0] ?? ''); from >= 0; from = row.indexOf(rest[0] ?? '', from + 1)) {
    let length = 0;
    while (length < rest.length && rest[length] === row[from + length]) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** `aaaa`; what repeats more than one character is found for the whole password. */
function repeats(rest: string): Chunk[] {
  const length = /^(.)\1{2,}/su.exec(rest)?.[0].length;
  return length ? [{ length, bits: BITS.repeat }] : [];
}

function years(rest: string): Chunk[] {
  return /^(19[3-9]|20[0-4])\d/.test(rest) ? [{ length: 4, bits: BITS.year }] : [];
}

function words(rest: string, personal: ReadonlySet<string>): Chunk[] {
  const found: Chunk[] = [];
  const plain = Array.from(rest, (character) => LETTERS_WRITTEN_AS[character] ?? character).join('');
  const longest = Math.max(LONGEST_WORD, LONGEST_PUBLISHED, ...Array.from(personal, ({ length }) => length));
  for (let length = MIN_RUN; length <= Math.min(longest, rest.length); length += 1) {
    const candidates = [rest.slice(0, length), plain.slice(0, length)];
    if (candidates.some((word) => personal.has(word))) found.push({ length, bits: BITS.personal });
    else if (candidates.some((word) => COMMON_WORDS.has(word))) found.push({ length, bits: BITS.word });
    else if (candidates.some((word) => PUBLISHED_PASSWORDS.has(word)))
      found.push({ length, bits: BITS.published });
  }
  return found;
}
