import { matchesGlob } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../config/index.js';
import { CacheKeys } from './cache-keys.js';
import type { ResultIdentity, ResultSelector } from './result-identity.js';

const { cache: config } = loadConfig({ env: {} });
const keys = new CacheKeys(config);
const identity: ResultIdentity = {
  owner: 'ana',
  document: 'd1',
  operation: 'ocr',
  input: 'i',
  options: { language: 'es', min_confidence: 0.3 },
  model: '',
};

describe('CacheKeys', () => {
  it('follows the configured pattern', () => {
    expect(keys.result(identity, '1').inRedis).toMatch(
      /^iris:api_gateway:result:ana:d1:ocr_extractor:ocr:[0-9a-f]{64}$/,
    );
  });

  it.each<[string, Partial<ResultIdentity>, string?]>([
    ['owner', { owner: 'ben' }],
    ['document', { document: 'd2' }],
    ['operation', { operation: 'extract' }],
    ['input', { input: 'j' }],
    ['option', { options: { language: 'en', min_confidence: 0.3 } }],
    ['option more', { options: { language: 'es', min_confidence: 0.3, corners: [[1, 2]] } }],
    ['kind of option', { options: { language: 'es', min_confidence: '0.3' } }],
    ['model', { model: 'resnet' }],
    ['version', {}, '2'],
  ])('another %s is another key', (_what, change, version = '1') => {
    const [one, other] = [keys.result(identity, '1'), keys.result({ ...identity, ...change }, version)];
    expect(other.name).not.toBe(one.name);
    expect(other.inRedis).not.toBe(one.inRedis);
  });

  it('does not depend on the order of options, nor on those that are not given', () => {
    const options = { min_confidence: 0.3, document_type: undefined, language: 'es' };
    const [one, other] = [keys.result(identity, '1'), keys.result({ ...identity, options }, '1')];
    expect(other.name).toBe(one.name);
    expect(other.inRedis).toBe(one.inRedis);
  });

  it('makes globs in which only what is left out is open', () => {
    const odd = keysBy('a*[b]:', 'r?:{processing_id}:end');
    expect(odd.resultPattern({ owner: 'ana', service: 'ocr_extractor' })).toBe(
      'a\\*\\[b\\]:r\\?:ana:*:ocr_extractor:*:end',
    );
  });

  it.each(['{tenant}:result:{processing_id}', '{processing_id}:{processing_id}', 'r{x}{processing_id}y{z}'])(
    'the glob fits the keys, whatever else is in the pattern: %s',
    (pattern) => {
      const odd = keysBy('p:', pattern);
      const fits = (selector: ResultSelector): boolean =>
        matchesGlob(odd.result(identity, '1').inRedis, odd.resultPattern(selector));
      expect(fits({ owner: 'ana', document: 'd1', service: 'ocr_extractor' })).toBe(true);
      expect(fits({ owner: 'ben' })).toBe(false);
    },
  );

  it('names what a purge touches and a writer looks at', () => {
    const all = keys.generations('ana', 'd1');
    expect(new Set(all).size).toBe(3);
    for (const selector of [{}, { service: 'ocr_extractor' }, { document: 'd1' }] as const) {
      expect(keys.generation(selector)).toBe(all[0]);
    }
    expect(keys.generation({ owner: 'ana', service: 'ocr_extractor' })).toBe(all[1]);
    expect(keys.generation({ owner: 'ana', document: 'd1' })).toBe(all[2]);
  });
});

function keysBy(key_prefix: string, key_pattern: string): CacheKeys {
  const processing_results = { ttl: 1, key_pattern };
  return new CacheKeys({
    ...config,
    key_prefix,
    cache_strategies: { ...config.cache_strategies, processing_results },
  });
}
