import type { Key, Parameters, PluralKey } from './dictionary.ts';
import { dictionary, language } from './language.ts';

/** A text in the language of the page; a component that says it is rendered again when the language changes. */
export function t<K extends Key>(key: K, ...[values]: Parameters<K>): string {
  return fill(textOf(key), values ?? {});
}

/** A text that depends on how many there are; `{count}` in it is the number. */
export function plural(key: PluralKey, count: number): string {
  const form = new Intl.PluralRules(language.value).select(count) === 'one' ? 'one' : 'other';
  const shown = new Intl.NumberFormat(language.value).format(count);
  return fill(textOf(`${key}.${form}` as Key), { count: shown });
}

/** For keys that are made at run time, from what the gateway says. */
export function maybeText(key: string): string | undefined {
  return (dictionary.value as Readonly<Record<string, string>> | undefined)?.[key];
}

export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function textOf(key: Key): string {
  return dictionary.value?.[key] ?? key;
}
