import type { AppConfig } from '../config/index.js';

/** The language that the operator configured for a class of documents, or in general. */
export function languageOf(documentType: string | undefined, settings: AppConfig['processing']): string {
  const byClass = documentType === undefined ? undefined : settings.language_by_class[documentType];
  return byClass ?? settings.default_language;
}
