/** Text that may be put between tags as it is. */
class Markup {
  constructor(readonly text: string) {}
}

export type { Markup };

/** A template whose values are escaped, unless they are markup themselves. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Markup)[]): Markup {
  const text = parts.reduce((before, part, index) => `${before}${escape(values[index - 1] ?? '')}${part}`);
  return new Markup(text);
}

export function join(parts: readonly Markup[]): Markup {
  return new Markup(parts.map(({ text }) => text).join('\n'));
}

function escape(value: string | number | Markup): string {
  if (value instanceof Markup) return value.text;
  return String(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
