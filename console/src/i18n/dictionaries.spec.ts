import { describe, expect, it } from '@jest/globals';

import { english } from './en/index.ts';
import { spanish } from './es/index.ts';

const namesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the dictionaries', () => {
  it.each(Object.keys(english) as (keyof typeof english)[])(
    '%s has the same parameters in both languages',
    (key) => {
      expect(namesIn(spanish[key])).toEqual(namesIn(english[key]));
    },
  );

  it('have nothing that the other has not', () => {
    expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
  });
});
