import { describe, expect, it } from '@jest/globals';

import { localeOf, preferredLanguage } from './language.ts';

describe('preferredLanguage', () => {
  it.each([
    [null, ['fr-FR', 'es-CL', 'en'], 'es'],
    [null, ['fr-FR'], 'en'],
    ['es', ['en-GB'], 'es'],
    ['tlh', ['es'], 'es'],
  ])('%j and %j make %s', (stored, wished, language) => {
    expect(preferredLanguage(stored, wished)).toBe(language);
  });
});

describe('localeOf', () => {
  it('has the region of the browser where it speaks the language', () => {
    expect(localeOf('es', ['en-GB', 'es-CL'])).toBe('es-CL');
    expect(localeOf('es', ['en-GB'])).toBe('es');
  });
});
