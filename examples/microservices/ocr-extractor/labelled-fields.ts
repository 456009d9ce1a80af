/** Finds values by the labels printed beside or above them, as on cards and forms. */

export interface FieldSpec {
  field: string;
  /** As printed; compared without case, accents and punctuation, a wrong letter or two allowed. */
  labels: readonly string[];
  /** Where the value stands. Several labels on one line share the line below. */
  placement: 'beside' | 'below';
  /** What the value looks like; the whole match is the raw value. */
  pattern: RegExp;
  /** Values such as two surnames may go on to a second line. */
  lines?: number;
}

interface Found {
  spec: FieldSpec;
  start: number;
  end: number;
}

/** How alike a label and what was read must be: one wrong letter in five. */
const LIKENESS = 0.8;

/** Raw values by field; what is not found is absent. */
export function findLabelled(text: string, specs: readonly FieldSpec[]): Record<string, string> {
  const lines = text.split('\n').map((line) => line.trim().split(/\s+/).filter(Boolean));
  const labels = lines.map((tokens) => findLabels(tokens, specs));
  const values: Record<string, string> = {};
  labels.forEach((found, index) => {
    const below = lines.slice(index + 1, nextLabelled(labels, index)).map((tokens) => tokens.join(' '));
    const candidates = { ...readBelow(found, below), ...readBeside(found, lines[index] ?? []) };
    for (const [field, value] of Object.entries(candidates)) values[field] ??= value;
  });
  return values;
}

function nextLabelled(labels: readonly Found[][], index: number): number {
  const next = labels.findIndex((found, at) => at > index && found.length > 0);
  return next === -1 ? labels.length : next;
}

function readBeside(found: readonly Found[], tokens: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  found.forEach(({ spec, end }, index) => {
    if (spec.placement !== 'beside') return;
    const rest = tokens
      .slice(end, found[index + 1]?.start)
      .join(' ')
      .replace(/^[\s:.;,|_-]+/, '');
    const value = spec.pattern.exec(rest)?.[0].trim();
    if (value) values[spec.field] = value;
  });
  return values;
}

/** The narrowest patterns choose first, so that a name does not swallow the sex that stands beside it. */
function readBelow(found: readonly Found[], below: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {};
  const specs = found.map(({ spec }) => spec).filter(({ placement }) => placement === 'below');
  let rest = below[0] ?? '';
  for (const spec of specs.toSorted((a, b) => breadth(a) - breadth(b))) {
    const match = spec.pattern.exec(rest);
    if (!match) continue;
    rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    const more = below.slice(1, spec.lines ?? 1).map((line) => spec.pattern.exec(line)?.[0].trim() ?? '');
    values[spec.field] = [match[0].trim(), ...more].filter(Boolean).join(' ');
  }
  return values;
}

function breadth({ pattern }: FieldSpec): number {
  return pattern === NAME_PATTERN ? 1 : 0;
}

/** Capital letters in words of two or more: specks are read as single letters. */
export const NAME_PATTERN = /\p{Lu}[\p{Lu}'’-]+(?:\s+\p{Lu}[\p{Lu}'’-]+)*/u;

function findLabels(tokens: readonly string[], specs: readonly FieldSpec[]): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const match = bestLabelAt(tokens, start, specs);
    if (!match || !mayBeLabel(tokens, match, found.at(-1))) continue;
    found.push(match);
    start = match.end - 1;
  }
  return found;
}

/** A label opens the line (specks before it aside), follows another label or ends in a colon. */
function mayBeLabel(tokens: readonly string[], { start, end }: Found, previous?: Found): boolean {
  const before = tokens.slice(previous?.end ?? 0, start);
  return (
    before.every((token) => plain(token).length <= (previous ? 1 : 2)) ||
    tokens[end - 1]?.endsWith(':') === true
  );
}

/** The label most alike; of equals the longer, so that `Folio N°` is not read as `Folio`. */
function bestLabelAt(tokens: readonly string[], start: number, specs: readonly FieldSpec[]): Found | null {
  let best: (Found & { score: number }) | null = null;
  for (const spec of specs) {
    for (const label of spec.labels) {
      const end = start + label.split(/\s+/).length;
      const alike = likeness(plain(tokens.slice(start, end).join('')), plain(label));
      const score = alike + (end - start) / 100;
      if (end > tokens.length || alike < LIKENESS || (best && best.score >= score)) continue;
      best = { spec, start, end, score };
    }
  }
  return best;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase();
}

function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - editDistance(a, b) / longest;
}

/** Levenshtein, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
