import { describe, expect, it } from '@jest/globals';

import { newSecret, secretText, signatureHeaders } from './signature.js';

/** The example of the Standard Webhooks specification. */
const EXAMPLE = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', body: '{"test": 2432232314}' };
const EXAMPLE_SECRET = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
const EXAMPLE_AT = new Date(1_614_265_330_999);
const EXAMPLE_SIGNATURE = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';

describe('signatureHeaders', () => {
  it('are those of the specification', () => {
    expect(signatureHeaders(EXAMPLE, [EXAMPLE_SECRET], EXAMPLE_AT)).toEqual({
      'webhook-id': EXAMPLE.id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': EXAMPLE_SIGNATURE,
    });
  });

  it('have a signature for each secret', () => {
    const { 'webhook-signature': signatures = '' } = signatureHeaders(
      EXAMPLE,
      [newSecret(), EXAMPLE_SECRET],
      EXAMPLE_AT,
    );
    const [first, second, ...others] = signatures.split(' ');
    expect(first).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
    expect(first).not.toBe(EXAMPLE_SIGNATURE);
    expect([second, others]).toEqual([EXAMPLE_SIGNATURE, []]);
  });
});

describe('newSecret', () => {
  it('has 32 bytes, and is no other', () => {
    const [one, other] = [secretText(newSecret()), secretText(newSecret())];
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(one).not.toBe(other);
  });
});
