import { z } from 'zod';

const MAX_EMAIL_CHARACTERS = 254;
const PASSWORD_CHARACTERS = { min: 12, max: 128 };

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
  });

/** As people count them: an emoji is one, whatever its bytes. */
function countCharacters(text: string): number {
  return Array.from(text).length;
}

function isBetween(count: number, { min, max }: { min: number; max: number }): boolean {
  return count >= min && count <= max;
}
