import { createHash } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { ByteCollector } from './byte-collector.js';

const LIMIT = 300_000;

function fill(collector: ByteCollector, size: number, chunkSize: number): Buffer {
  const content = Buffer.from(Array.from({ length: size }, (_, index) => index % 251));
  for (let at = 0; at < size; at += chunkSize) collector.push(content.subarray(at, at + chunkSize));
  return content;
}

describe('ByteCollector', () => {
  it('is empty before the first chunk', () => {
    expect(new ByteCollector(LIMIT).bytes()).toHaveLength(0);
  });

  it.each([
    ['nothing', 0],
    ['too little', 10],
    ['the right size', LIMIT],
    ['too much', 10 * LIMIT],
  ])('keeps every byte up to the limit when %s is announced', (_what, expected) => {
    const collector = new ByteCollector(LIMIT, expected);
    const content = fill(collector, LIMIT, 7919);
    expect(collector.bytes().equals(content)).toBe(true);
  });

  it.each([0, 10, LIMIT, 10 * LIMIT])('refuses the byte after the limit (announced: %d)', (expected) => {
    const collector = new ByteCollector(LIMIT, expected);
    fill(collector, LIMIT, 65_536);
    expect(() => {
      collector.push(Buffer.alloc(1));
    }).toThrow(
      expect.objectContaining({
        code: 'PAYLOAD_TOO_LARGE',
        extensions: { limit: LIMIT, actual: Math.max(LIMIT + 1, expected) },
      }),
    );
  });

  it('refuses a single chunk that is larger than the limit', () => {
    expect(() => {
      new ByteCollector(10).push(Buffer.alloc(11));
    }).toThrow(expect.objectContaining({ extensions: { limit: 10, actual: 11 } }));
  });

  it('is not larger than the limit, whatever was announced', () => {
    const collector = new ByteCollector(100_000, Number.MAX_SAFE_INTEGER);
    fill(collector, 2, 1);
    expect(collector.bytes().buffer.byteLength).toBeLessThanOrEqual(100_000);
  });

  it('copies nothing again when the announced size is right', () => {
    const collector = new ByteCollector(LIMIT, LIMIT);
    fill(collector, 2, 1);
    const { buffer } = collector.bytes();
    fill(collector, LIMIT - 2, 65_536);
    expect(collector.bytes().buffer).toBe(buffer);
  });

  it('does not copy a document that comes in one piece, nor write behind it', () => {
    const memory = Buffer.from('one piece, and more');
    const collector = new ByteCollector(LIMIT);
    collector.push(memory.subarray(0, 9));
    expect(collector.bytes().buffer).toBe(memory.buffer);
    collector.push(Buffer.from('!!!'));
    expect(collector.bytes().toString()).toBe('one piece!!!');
    expect(memory.toString()).toBe('one piece, and more');
  });

  it.each([
    [0, 1],
    [1000, 1000],
    [1000, 300],
  ])('knows the digest of %d bytes in pieces of %d', (size, chunkSize) => {
    const collector = new ByteCollector(LIMIT);
    const content = fill(collector, size, chunkSize);
    expect(collector.digest()).toBe(createHash('sha256').update(content).digest('hex'));
  });
});
