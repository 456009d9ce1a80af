/** Chilean RUN (people) and RUT (taxpayers): one number, one check digit, modulo 11. */

/** '0'–'9' or 'K' for the digits before the hyphen. */
export function rutCheckDigit(body: string): string {
  let sum = 0;
  Array.from(body)
    .reverse()
    .forEach((digit, index) => {
      sum += Number(digit) * (2 + (index % 6));
    });
  const rest = 11 - (sum % 11);
  return rest === 11 ? '0' : rest === 10 ? 'K' : String(rest);
}

/** `12.345.678-5` */
export function formatRut(body: string, checkDigit: string): string {
  return `${body.replace(/\B(?=(\d{3})+$)/g, '.')}-${checkDigit}`;
}

export interface RutReading {
  value: string;
  valid: boolean;
  repaired: boolean;
}

const LOOKALIKES: Record<string, string> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  '|': '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
};
export const RUT_PATTERN =
  /(?<![\w.])([\dOQDILZSGB|]{1,2})[.,\s]{0,2}([\dOQDILZSGB|]{3})[.,\s]{0,2}([\dOQDILZSGB|]{3})\s?[-–—~_.]\s?([\dKOQDILZSGB|])(?!\w)/i;

/**
 * Finds the first number written like a RUN. Letters that OCR confuses with digits are read as digits;
 * a check digit that does not fit is reported, never corrected.
 */
export function readRut(text: string): RutReading | null {
  const match = RUT_PATTERN.exec(text);
  if (!match) return null;
  const [, millions = '', thousands = '', units = '', check = ''] = match;
  const raw = (millions + thousands + units).toUpperCase();
  const body = toDigits(raw).replace(/^0+(?=\d)/, '');
  const upper = check.toUpperCase();
  const checkDigit = upper === 'K' ? 'K' : toDigits(upper);
  const valid = rutCheckDigit(body) === checkDigit;
  return {
    value: formatRut(body, checkDigit),
    valid,
    repaired: toDigits(raw) !== raw || toDigits(check) !== check,
  };
}

function toDigits(text: string): string {
  return Array.from(text)
    .map((character) => LOOKALIKES[character.toUpperCase()] ?? character)
    .join('');
}
