const PLACEHOLDERS =
  /change[-_ ]?(me|this|it)|replace[-_ ]?(me|this|with)|placeholder|secret|password|example|^your[-_ ]|^[<[{$]/i;

/** Fewer kinds of characters than even a random number in decimal has. */
const MINIMUM_KINDS = 8;

/** Whether a secret is one from a manual, or was typed by holding a key down. */
export function isGuessable(secret: string): boolean {
  return (
    PLACEHOLDERS.test(secret) ||
    new Set(secret).size < MINIMUM_KINDS ||
    isRepeated(secret) ||
    isCounted(secret)
  );
}

/** `abcabcabc`: some beginning of it, over and over. */
function isRepeated(text: string): boolean {
  const period = `${text}${text}`.indexOf(text, 1);
  return period <= text.length / 2;
}

/** `0123456789abcdef…`: nearly every character follows the one before it. */
function isCounted(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
  const steps = codes.filter((code, index) => index > 0 && Math.abs(code - (codes[index - 1] ?? 0)) === 1);
  return steps.length > text.length * 0.8;
}
