import { describe, expect, it } from '@jest/globals';

import { emailSchema, newPasswordSchema } from './credentials.js';

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

describe('newPasswordSchema', () => {
  it.each([
    [11, false],
    [12, true],
    [128, true],
    [129, false],
  ])('%d characters › %s', (count, isAccepted) => {
    expect(newPasswordSchema.safeParse('x'.repeat(count)).success).toBe(isAccepted);
    expect(newPasswordSchema.safeParse('🔑'.repeat(count)).success).toBe(isAccepted);
  });

  it('changes nothing', () => {
    expect(newPasswordSchema.parse('  with spaces\0and more  ')).toBe('  with spaces\0and more  ');
  });
});
