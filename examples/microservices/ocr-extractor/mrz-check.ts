/** ICAO 9303 part 3, 4.9: weights 7, 3, 1; letters count from A = 10, the filler `<` as 0. */
export function mrzCheckDigit(text: string): string {
  let sum = 0;
  Array.from(text).forEach((character, index) => {
    sum += characterValue(character) * ([7, 3, 1][index % 3] ?? 1);
  });
  return String(sum % 10);
}

function characterValue(character: string): number {
  if (character === '<') return 0;
  const value = parseInt(character, 36);
  return Number.isNaN(value) ? 0 : value;
}
