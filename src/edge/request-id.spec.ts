import { describe, expect, it } from '@jest/globals';

import { acceptRequestId, continueTrace } from './request-id.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';

describe('acceptRequestId', () => {
  it.each(['a', 'order-42_a.B', 'x'.repeat(128)])('%.20j › is kept', (id) => {
    expect(acceptRequestId(id)).toBe(id);
  });

  it.each([
    undefined,
    '',
    'x'.repeat(129),
    'two words',
    'a/b',
    'a,b',
    'a\r\nSet-Cookie: b',
    'a\n',
    '"},{"level":"error',
    'niño',
  ])('%.30j › is replaced by a new one', (id) => {
    const given = acceptRequestId(id);
    expect(given).toMatch(UUID);
    expect(acceptRequestId(id)).not.toBe(given);
  });
});

describe('continueTrace', () => {
  it.each([
    ['a sampled trace', `00-${TRACE}-${PARENT}-01`, '01'],
    ['a trace that is not sampled', `00-${TRACE}-${PARENT}-00`, '00'],
    ['flags of a later level', `00-${TRACE}-${PARENT}-ff`, '03'],
    ['a later version', `cc-${TRACE}-${PARENT}-01`, '01'],
    ['a later version with more', `cc-${TRACE}-${PARENT}-01-what-comes-next`, '01'],
  ])('%s › goes on with a span of ours', (_what, offered, flags) => {
    const { traceparent, continued } = continueTrace(offered);
    expect(continued).toBe(true);
    const [version, trace, span, givenFlags] = traceparent.split('-');
    expect([version, trace, givenFlags]).toEqual(['00', TRACE, flags]);
    expect(span).toMatch(/^[0-9a-f]{16}$/);
    expect(span).not.toBe(PARENT);
  });

  it.each([
    ['nothing', undefined],
    ['an empty value', ''],
    ['a trace of zeros', `00-${'0'.repeat(32)}-${PARENT}-01`],
    ['a parent of zeros', `00-${TRACE}-${'0'.repeat(16)}-01`],
    ['version ff', `ff-${TRACE}-${PARENT}-01`],
    ['version 00 with more', `00-${TRACE}-${PARENT}-01-more`],
    ['a later version whose flags run on', `cc-${TRACE}-${PARENT}-01more`],
    ['capitals', `00-${TRACE.toUpperCase()}-${PARENT}-01`],
    ['a short trace', `00-${TRACE.slice(1)}-${PARENT}-01`],
    ['two values', `00-${TRACE}-${PARENT}-01, 00-${TRACE}-${PARENT}-01`],
    ['an injected header', `00-${TRACE}-${PARENT}-01\r\nX: y`],
  ])('%s › starts a new trace that is not sampled', (_what, offered) => {
    const { traceparent, continued } = continueTrace(offered);
    expect(continued).toBe(false);
    expect(traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(traceparent).not.toContain(TRACE);
  });
});
