import { describe, expect, it } from '@jest/globals';

import { ResponseReader } from './response-reader.ts';

const COUNTED = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Other: 7\r\n\r\nhello';
const CHUNKED =
  'HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe\r\no\r\n1\r\n!\r\n0\r\n\r\n';
const EMPTY = 'HTTP/1.1 204 No Content\r\nx-content-length: 9\r\n\r\n';
const BARE = 'HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n';

/** The statuses that are read when the bytes arrive in parts of this size. */
function statusesOf(text: string, partBytes: number): number[] {
  const statuses: number[] = [];
  const reader = new ResponseReader((status) => statuses.push(status));
  const bytes = Buffer.from(text);
  for (let start = 0; start < bytes.length; start += partBytes) {
    reader.read(bytes.subarray(start, start + partBytes));
  }
  return statuses;
}

describe('ResponseReader', () => {
  it.each([1, 2, 3, 7, 50, 1000])('reads answers that arrive %d bytes at a time', (partBytes) => {
    expect(statusesOf(COUNTED + CHUNKED + EMPTY + BARE + COUNTED, partBytes)).toEqual([
      200, 201, 204, 429, 200,
    ]);
  });

  it.each([
    ['a head', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n'],
    ['a body', COUNTED.slice(0, -1)],
    ['chunks', CHUNKED.slice(0, -2)],
  ])('waits for the rest of %s', (_what, text) => {
    expect(statusesOf(text, 1000)).toEqual([]);
  });
});
