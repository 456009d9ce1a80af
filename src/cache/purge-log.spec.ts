import { describe, expect, it } from '@jest/globals';

import { PurgeLog } from './purge-log.js';
import type { ResultIdentity } from './result-identity.js';

const identity: ResultIdentity = {
  owner: 'ana',
  document: 'd1',
  operation: 'ocr',
  input: 'i',
  options: {},
  model: '',
};

describe('PurgeLog', () => {
  it.each([
    [{ owner: 'ana', document: 'd1' }, true],
    [{ owner: 'ana' }, true],
    [{ document: 'd1' }, true],
    [{ service: 'ocr_extractor' }, true],
    [{}, true],
    [{ owner: 'ben', document: 'd1' }, false],
    [{ owner: 'ana', document: 'd2' }, false],
    [{ owner: 'ana', service: 'ml_classifier' }, false],
  ] as const)('%j › %s', (selector, expected) => {
    const log = new PurgeLog();
    const before = log.now;
    log.note(selector);
    expect(log.hasPurged(identity, before)).toBe(expected);
    expect(log.hasPurged(identity, log.now)).toBe(false);
  });

  it('takes what it no longer remembers for purged', () => {
    const log = new PurgeLog();
    const before = log.now;
    for (let i = 0; i < 1_000; i += 1) log.note({ owner: 'ben' });
    const between = log.now;
    expect(log.hasPurged(identity, before)).toBe(false);
    log.note({ owner: 'ben' });
    expect(log.hasPurged(identity, before)).toBe(true);
    expect(log.hasPurged(identity, between)).toBe(false);
  });
});
