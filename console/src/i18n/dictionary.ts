import type { english } from './en/index.ts';

export type Key = keyof typeof english;

/** All that is said, in one language. */
export type Dictionary = Readonly<Record<Key, string>>;

/** The same keys as a part of the English dictionary. */
export type TranslationOf<Part> = Readonly<Record<keyof Part, string>>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** What has to be given for the `{names}` in a text: nothing when there are none. */
export type Parameters<K extends Key> = [NamesIn<(typeof english)[K]>] extends [never]
  ? []
  : [Readonly<Record<NamesIn<(typeof english)[K]>, string | number>>];

/** Keys that exist as `<key>.one` and `<key>.other`. */
export type PluralKey = Key extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;

/** Keys of texts that are complete as they are. */
export type PlainKey = { [K in Key]: Parameters<K> extends [] ? K : never }[Key];
