import { dictionary } from '@zxcvbn-ts/language-common';

/** The passwords of the lists that every attacker has, in lower case: some 49,000. */
export const PUBLISHED_PASSWORDS: ReadonlySet<string> = new Set(dictionary['passwords-common']);

export const LONGEST_PUBLISHED = Math.max(...Array.from(PUBLISHED_PASSWORDS, ({ length }) => length));
