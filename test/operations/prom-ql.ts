/** Words of PromQL that look like the name of a metric. */
const WORDS = new Set([
  'by',
  'without',
  'on',
  'ignoring',
  'and',
  'or',
  'unless',
  'offset',
  'bool',
  'inf',
  'nan',
]);
const GROUPING = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)/g;
const SELECTOR = /(?<![\w"])([a-zA-Z_:][\w:]*)\s*(\{[^}]*\})?(?!\w|\s*\()/g;

export interface Selection {
  readonly name: string;
  /** By which it is selected, or the expression groups. */
  readonly labels: readonly string[];
  /** `label="value"` pairs, for equality only. */
  readonly values: readonly (readonly [label: string, value: string])[];
}

/** The series that an expression reads. Good enough for ours; promtool says whether it is PromQL at all. */
export function selectionsOf(expression: string): Selection[] {
  const grouping = [...expression.matchAll(GROUPING)].flatMap(([, list = '']) => names(list));
  const rest = expression.replace(GROUPING, '').replace(/\[[^\]]*\]/g, '');
  return [...rest.matchAll(SELECTOR)]
    .filter(([, name = '']) => !WORDS.has(name))
    .map(([, name = '', matchers = '']) => ({
      name,
      labels: [
        ...grouping,
        ...[...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label = '']) => label),
      ],
      values: [...matchers.matchAll(/(\w+)\s*!?=\s*"([^"]*)"/g)].map(
        ([, label = '', value = '']) => [label, value] as const,
      ),
    }));
}

function names(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
