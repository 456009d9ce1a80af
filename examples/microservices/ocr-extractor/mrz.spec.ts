import { describe, expect, it } from '@jest/globals';
import { mrzCheckDigit } from './mrz-check.ts';
import { mrzDates, readPassportMrz } from './mrz.ts';

/** The specimen of ICAO 9303 part 4, appendix A. */
const UPPER = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const LOWER = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';

function read(lower: string, upper = UPPER): ReturnType<typeof readPassportMrz> {
  return readPassportMrz(`PASSPORT / PASSEPORT\n${upper}\n${lower}\n`);
}

describe('mrzCheckDigit', () => {
  it.each([
    ['L898902C3', '6'],
    ['740812', '2'],
    ['120415', '9'],
    ['ZE184226B<<<<<', '1'],
    ['D23145890734', '9'],
  ])('of %s is %s', (text, digit) => {
    expect(mrzCheckDigit(text)).toBe(digit);
  });
});

describe('readPassportMrz', () => {
  it('reads the specimen of ICAO 9303', () => {
    const mrz = read(LOWER);
    expect(mrz).toMatchObject({
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      nationality: 'UTO',
      sex: 'F',
      number: { value: 'L898902C3', valid: true, repaired: false },
      personal: { value: 'ZE184226B<<<<<', valid: true },
      valid: true,
    });
    expect(mrz && mrzDates(mrz)).toEqual({ birth: '1974-08-12', expiry: '2012-04-15' });
  });

  it.each([
    ['O for 0 in the number', LOWER.replace('L898902C3', 'L8989O2C3')],
    ['letters in a date', LOWER.replace('7408122', '74O8I22')],
    ['B for 8 in the number', LOWER.replace('L898902C3', 'LB98902C3')],
    ['S for 5 and 0 for O in the country', LOWER.replace('UTO', 'UT0').replace('1204159', '12041S9')],
    ['a lost filler', LOWER.replace('<<<<<10', '<<<<10')],
    ['a character read twice', LOWER.replace('UTO74', 'UTOO74')],
    ['guillemets for fillers', LOWER.replace('<<<<<', '««<')],
    ['spaces', LOWER.replace('UTO', 'UTO ')],
  ])('repairs %s', (_, lower) => {
    expect(read(lower)).toMatchObject({
      nationality: 'UTO',
      number: { value: 'L898902C3', valid: true },
      birth: { value: '740812', valid: true },
      expiry: { value: '120415', valid: true },
      valid: true,
    });
  });

  it('reads fillers at the end of the names that OCR took for letters', () => {
    const upper = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<K<<C<<<<<<<<';
    expect(read(LOWER, upper)).toMatchObject({ surname: 'ERIKSSON', givenNames: 'ANNA MARIA' });
  });

  it('reports a wrong digit that no look-alike explains', () => {
    const mrz = read(LOWER.replace('740812', '740912'));
    expect(mrz).toMatchObject({ birth: { value: '740912', valid: false }, valid: false });
  });

  it('notices a wrong overall check digit', () => {
    expect(read(LOWER.replace(/0$/, '4'))).toMatchObject({ number: { valid: true }, valid: false });
  });

  it('finds nothing where there is no zone', () => {
    expect(readPassportMrz('REPÚBLICA DE CHILE\nAPELLIDOS\nSOTO')).toBeNull();
  });
});
