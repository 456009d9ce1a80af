import { signal } from '@preact/signals';

import type { Dictionary } from './dictionary.ts';

export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };

const STORAGE_KEY = 'iris-language';

/** Only one of them is loaded, as a rule. */
const LOADERS: Readonly<Record<Language, () => Promise<Dictionary>>> = {
  en: async () => (await import('./en/index.ts')).english,
  es: async () => (await import('./es/index.ts')).spanish,
};

export const language = signal<Language>('en');
export const dictionary = signal<Dictionary | undefined>(undefined);

export function startLanguage(): Promise<void> {
  return speak(preferredLanguage(localStorage.getItem(STORAGE_KEY), navigator.languages));
}

export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(STORAGE_KEY, chosen);
  await speak(chosen);
}

/** What was chosen here before, else the first of the browser's languages that we speak. */
export function preferredLanguage(stored: string | null, wished: readonly string[]): Language {
  const candidates = [stored, ...wished].map((tag) => tag?.slice(0, 2).toLowerCase());
  return LANGUAGES.find((own) => own === candidates.find(isLanguage)) ?? 'en';
}

/** With the region of the browser, where it speaks this language: numbers are written otherwise in `es-CL` and `es-ES`. */
export function localeOf(own: Language, wished: readonly string[] = navigator.languages): string {
  return wished.find((tag) => tag.slice(0, 2).toLowerCase() === own) ?? own;
}

async function speak(next: Language): Promise<void> {
  dictionary.value = await LOADERS[next]();
  language.value = next;
  document.documentElement.lang = next;
}

function isLanguage(tag: string | undefined): tag is Language {
  return LANGUAGES.some((own) => own === tag);
}
