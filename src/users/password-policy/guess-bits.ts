import { chunksAt } from './chunks.js';

/** Said of a unit that is repeated: the unit is guessed, then the number of times. */
const REPETITION_BITS = 3;
/** Of a password of 128 characters at most. NFKC makes eighteen letters of one, and each costs time on the event loop. */
const MAX_EXAMINED = 256;

/**
 * How hard a password is to guess for somebody who tries words, years, rows of the keyboard and repetitions first,
 * as the logarithm to base 2 of the tries; after zxcvbn (Wheeler 2016).
 * @param personal words that are easily guessed for this user, in lower case
 */
export function guessBits(password: string, personal: ReadonlySet<string> = new Set()): number {
  const text = password.normalize('NFKC').toLowerCase();
  const whole = cheapestPath(text, personal);
  const unit = /^(.+?)\1+$/su.exec(text)?.[1];
  return unit === undefined ? whole : Math.min(whole, cheapestPath(unit, personal) + REPETITION_BITS);
}

/** The least bits that explain the text as a row of chunks. */
function cheapestPath(whole: string, personal: ReadonlySet<string>): number {
  const text = whole.slice(0, MAX_EXAMINED);
  const bitsUpTo: number[] = Array.from({ length: text.length + 1 }, () => Infinity);
  bitsUpTo[0] = 0;
  for (let start = 0; start < text.length; start += 1) {
    const before = bitsUpTo[start] ?? Infinity;
    if (before === Infinity) continue;
    for (const { length, bits } of chunksAt(text, start, personal)) {
      bitsUpTo[start + length] = Math.min(bitsUpTo[start + length] ?? Infinity, before + bits);
    }
  }
  return bitsUpTo[text.length] ?? Infinity;
}
