import { describe, expect, it } from '@jest/globals';

import { serializeError } from './serialize-error.js';

const SECRET = 'hunter2';

function parseFailure(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

describe('serializeError', () => {
  it('says what happened, where, and why', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
    expect(serializeError(new TypeError('fetch failed', { cause }))).toEqual({
      type: 'TypeError',
      message: 'fetch failed',
      stack: expect.stringMatching(/^TypeError: fetch failed\n {4}at .*serialize-error\.spec/),
      cause: {
        type: 'Error',
        message: 'connect ECONNREFUSED 127.0.0.1:1',
        code: 'ECONNREFUSED',
        stack: expect.stringContaining('\n    at '),
      },
    });
  });

  it.each([
    [
      'parameters of a query',
      Object.assign(new Error('failed'), { parameters: [SECRET], driverError: { detail: SECRET } }),
    ],
    [
      'arguments of a command',
      Object.assign(new Error('failed'), { command: { name: 'set', args: [SECRET] } }),
    ],
    ['JSON that does not parse', parseFailure(SECRET)],
    ['JSON that does not parse in its middle', parseFailure(`{"password": ${SECRET}, "other": "1"}`)],
    ['a value of the wrong type', new Error(`invalid input syntax for type uuid: "${SECRET}"`)],
    ['what is no error', { password: SECRET }],
    ['the cause', new Error('failed', { cause: parseFailure(SECRET) })],
  ])('keeps %s out', (_what, error) => {
    expect(JSON.stringify(serializeError(error))).not.toContain(SECRET);
  });

  it('ends where causes go round in a circle, and shortens what is long', () => {
    const error = new Error('x'.repeat(100_000));
    error.cause = error;
    expect(JSON.stringify(serializeError(error)).length).toBeLessThan(30_000);
  });
});
