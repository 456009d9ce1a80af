import { z } from 'zod';

import { ValidationError } from '../common/errors/index.js';
import { guessBits, personalWords } from './password-policy/index.js';

const MAX_EMAIL_CHARACTERS = 254;
const PASSWORD_CHARACTERS = { min: 12, max: 128 };
/** Some four billion tries: what stays below is in the lists that every attacker has, or next to them. */
const MIN_GUESS_BITS = 32;
const TOO_EASY = 'too easy to guess: a common password, a word with a number, a row of keys or a repetition';
const TOO_PERSONAL = 'too easy to guess: it is made of the e-mail address';

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(MAX_EMAIL_CHARACTERS)
  .pipe(z.email('expected an e-mail address'));

/** For passwords that are set; one that is only compared needs no rules. */
export const newPasswordSchema = z
  .string()
  .refine((password) => isBetween(countCharacters(password), PASSWORD_CHARACTERS), {
    error: `expected ${PASSWORD_CHARACTERS.min} to ${PASSWORD_CHARACTERS.max} characters`,
    abort: true,
  })
  .refine((password) => guessBits(password) >= MIN_GUESS_BITS, { error: TOO_EASY });

/**
 * The part of the policy that needs to know whose password it is.
 * @param pointer where the password is in the body of the request
 * @throws ValidationError
 */
export function refusePersonalPassword(password: string, email: string, pointer = '/password'): void {
  if (guessBits(password, personalWords(email)) >= MIN_GUESS_BITS) return;
  throw new ValidationError([{ pointer, detail: TOO_PERSONAL }]);
}

/** As people count them: an emoji is one, whatever its bytes. */
function countCharacters(text: string): number {
  return Array.from(text).length;
}

function isBetween(count: number, { min, max }: { min: number; max: number }): boolean {
  return count >= min && count <= max;
}
