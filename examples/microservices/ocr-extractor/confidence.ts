/** What is assumed of a text that came without its words. */
const UNKNOWN = 0.7;

export type WordConfidence = (raw: string) => number;

/** Looks up how surely the words of a raw value were read; a word that occurs twice counts as its worse reading. */
export function wordConfidence(words: readonly { text: string; confidence: number }[]): WordConfidence {
  const known = new Map<string, number>();
  for (const { text, confidence } of words) {
    known.set(text, Math.min(confidence, known.get(text) ?? 1));
  }
  return (raw) => {
    const parts = raw.split(/\s+/).filter(Boolean);
    const sum = parts.reduce((total, part) => total + (known.get(part) ?? UNKNOWN), 0);
    return parts.length === 0 ? 0 : sum / parts.length;
  };
}

/**
 * A check digit that fits takes away nine tenths of the doubt; one that does not leaves little trust in the
 * value, which is still reported as it was read.
 */
export function checked(confidence: number, check: { valid: boolean; repaired: boolean }): number {
  if (!check.valid) return confidence * 0.3;
  const sure = 1 - (1 - confidence) * 0.1;
  return check.repaired ? sure * 0.85 : sure;
}

export function rounded(confidence: number): number {
  return Math.round(Math.min(1, Math.max(0, confidence)) * 1000) / 1000;
}
