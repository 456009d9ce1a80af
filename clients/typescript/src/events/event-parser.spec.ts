import { describe, expect, it } from '@jest/globals';

import { EventParser } from './event-parser.ts';

const STREAM =
  'retry: 2000\n\nid: 1\nevent: queued\ndata: {"a":1}\n\n: still here\n\nid: 2\ndata: x\ndata: y\n\n';
const EVENTS = [
  { id: '1', type: 'queued', data: '{"a":1}' },
  { id: '2', type: 'message', data: 'x\ny' },
];

describe('EventParser', () => {
  it.each(['\n', '\r\n', '\r'])('reads events in any pieces, with %j at the end of lines', (lineBreak) => {
    const stream = `${STREAM.replaceAll('\n', lineBreak)}: and so on`;
    for (const size of [1, 2, 3, 7, stream.length]) {
      const parser = new EventParser();
      const events = [];
      for (let at = 0; at < stream.length; at += size)
        events.push(...parser.push(stream.slice(at, at + size)));
      expect(events).toEqual(EVENTS);
      expect(parser.retryMs).toBe(2000);
    }
  });

  it('keeps back what is not complete, and drops what has no data', () => {
    const parser = new EventParser();
    expect(parser.push('id: 7\nevent: nothing\n\ndata: half')).toEqual([]);
    expect(parser.push('\n\n')).toEqual([{ id: '7', type: 'message', data: 'half' }]);
  });

  it('line separators of other standards are part of the data', () => {
    expect(new EventParser().push('data: a\u2028b\u0085c\n\n')[0]?.data).toBe('a\u2028b\u0085c');
  });

  it('refuses a line without an end', () => {
    expect(() => new EventParser().push('x'.repeat(2 ** 20 + 1))).toThrow(RangeError);
  });
});
