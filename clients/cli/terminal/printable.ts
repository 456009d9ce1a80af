/** Control characters, and those that turn the direction of what follows: a terminal obeys them. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** A line of text as it may reach a terminal: file names and messages come from others. */
export function printable(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(UNSAFE, '');
}

/** JSON with the same value, in which such characters are escaped. */
export function printableJson(value: unknown, indentation = 0): string {
  return JSON.stringify(value, undefined, indentation)
    .split('\n')
    .map((line) => line.replace(UNSAFE, escapeCharacter))
    .join('\n');
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
