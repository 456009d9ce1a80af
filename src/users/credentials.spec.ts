import { describe, expect, it } from '@jest/globals';

import { ValidationError } from '../common/errors/index.js';
import { emailSchema, newPasswordSchema, refusePersonalPassword } from './credentials.js';

describe('emailSchema', () => {
  it('puts addresses into the form in which they are kept', () => {
    expect(emailSchema.parse(' Ana@Iris.Example.COM ')).toBe('ana@iris.example.com');
  });

  it.each(['', 'ana', 'ana@', 'a b@iris.example.com', 'ana@iris.example.com\n.x', `${'a'.repeat(250)}@b.cl`])(
    'refuses %j',
    (email) => {
      expect(emailSchema.safeParse(email).success).toBe(false);
    },
  );
});

/** Characters without a pattern, as people count them. */
const LETTERS = 'kfjqwpdmxzvaueñtoislyrgnbhc';
const unpatterned = (count: number): string =>
  Array.from({ length: count }, (_, index) => LETTERS[(index * 7 + (index >> 3)) % LETTERS.length]).join('');
const withEmoji = (count: number): string => `🔑${unpatterned(count - 2)}🗝`;

describe('newPasswordSchema', () => {
  it.each([
    [11, false],
    [12, true],
    [128, true],
    [129, false],
  ])('%d characters › %s', (count, isAccepted) => {
    expect(newPasswordSchema.safeParse(unpatterned(count)).success).toBe(isAccepted);
    expect(newPasswordSchema.safeParse(withEmoji(count)).success).toBe(isAccepted);
  });

  it('changes nothing', () => {
    expect(newPasswordSchema.parse('  with spaces\0and more  ')).toBe('  with spaces\0and more  ');
  });

  it('refuses what is easy to guess, and says why', () => {
    const { error } = newPasswordSchema.safeParse('Password2026!');
    expect(error?.issues).toMatchObject([{ message: expect.stringContaining('too easy to guess') }]);
  });

  it('does not examine what is far too long', () => {
    const startedAt = performance.now();
    expect(newPasswordSchema.safeParse('passw0rd'.repeat(8_000)).success).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(100);
  });
});

describe('refusePersonalPassword', () => {
  it('refuses a password made of the address, with a pointer', () => {
    const refuse = (): void => {
      refusePersonalPassword('quilodran 1987', 'v.quilodran@example.com', '/new_password');
    };
    expect(refuse).toThrow(ValidationError);
    expect(refuse).toThrow('/new_password: too easy to guess');
  });

  it('lets others pass', () => {
    refusePersonalPassword('mi gato come lechuga', 'v.quilodran@example.com');
  });
});
