import { describe, expect, it } from '@jest/globals';
import { readDate, readMrzDate } from './dates.ts';

describe('readDate', () => {
  it.each([
    '12 MAR 1990',
    '12/03/1990',
    '12-03-1990',
    '12.03.1990',
    '12 mar. 1990',
    'el 12 / 03 / 1990',
    'I2 MAR 199O',
  ])('reads %s', (text) => {
    expect(readDate(text)).toBe('1990-03-12');
  });

  it.each([
    ['1 ENE 2001', '2001-01-01'],
    ['30 SEPT 1999', '1999-09-30'],
    ['29 FEB 2024', '2024-02-29'],
    ['04 DEC 2031', '2031-12-04'],
  ])('reads %s as %s', (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  it.each(['31 FEB 1990', '12/13/1990', '29/02/2023', '00/01/2000', '12 XYZ 1990', '512.345.678', ''])(
    'refuses %s',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );
});

describe('readMrzDate', () => {
  const today = new Date('2026-06-01');

  it.each([
    ['740812', 'birth', '1974-08-12'],
    ['260501', 'birth', '2026-05-01'],
    ['270501', 'birth', '1927-05-01'],
    ['320418', 'expiry', '2032-04-18'],
  ] as const)('%s as %s is %s', (text, kind, iso) => {
    expect(readMrzDate(text, kind, today)).toBe(iso);
  });

  it.each(['741312', '7408', '74O812'])('refuses %s', (text) => {
    expect(readMrzDate(text, 'birth', today)).toBeNull();
  });
});
