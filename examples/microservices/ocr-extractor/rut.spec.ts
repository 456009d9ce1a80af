import { describe, expect, it } from '@jest/globals';
import { formatRut, readRut, rutCheckDigit } from './rut.ts';

describe('rutCheckDigit', () => {
  it.each([
    ['12345678', '5'],
    ['11111111', '1'],
    ['7654321', '6'],
    ['10000013', 'K'],
    ['20345119', '9'],
    ['16204583', '0'],
  ])('of %s is %s', (body, digit) => {
    expect(rutCheckDigit(body)).toBe(digit);
  });
});

describe('formatRut', () => {
  it('groups the thousands', () => {
    expect([formatRut('9871244', '5'), formatRut('12345678', 'K')]).toEqual(['9.871.244-5', '12.345.678-K']);
  });
});

describe('readRut', () => {
  it.each(['RUN 12.345.678-5', '12345678-5', '12.345.678 - 5', '12,345.678–5', '12. 345.678-5'])(
    'normalises %s',
    (text) => {
      expect(readRut(text)).toEqual({ value: '12.345.678-5', valid: true, repaired: false });
    },
  );

  it('reads letters that look like digits as digits, and says so', () => {
    expect(readRut('RUN I2.34S.67B-5')).toEqual({ value: '12.345.678-5', valid: true, repaired: true });
  });

  it('keeps the check digit K', () => {
    expect(readRut('10.000.013-k')).toEqual({ value: '10.000.013-K', valid: true, repaired: false });
  });

  it('reports a check digit that does not fit as it was read', () => {
    expect(readRut('12.345.678-9')).toMatchObject({ value: '12.345.678-9', valid: false });
  });

  it.each(['sin número', '+56 9 8123 4567', '512.345.678', '12/03/1990'])('finds none in %s', (text) => {
    expect(readRut(text)).toBeNull();
  });
});
