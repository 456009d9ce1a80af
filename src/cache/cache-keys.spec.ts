import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../config/index.js';
import { CacheKeys } from './cache-keys.js';
import type { ResultIdentity } from './result-identity.js';

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
  it('follows the configured patterns', () => {
    expect(keys.of('service_health', 'ocr_extractor')).toBe('iris:api_gateway:health:ocr_extractor');
    expect(keys.of('user_sessions', '$&')).toBe('iris:api_gateway:session:$&');
    expect(keys.result(identity, '1')).toMatch(
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
    expect(keys.result({ ...identity, ...change }, version)).not.toBe(keys.result(identity, '1'));
  });

  it('does not depend on the order of options, nor on those that are not given', () => {
    const options = { min_confidence: 0.3, document_type: undefined, language: 'es' };
    expect(keys.result({ ...identity, options }, '1')).toBe(keys.result(identity, '1'));
  });

  it('makes globs in which only what is left out is open', () => {
    const odd = new CacheKeys({
      ...config,
      key_prefix: 'a*[b]:',
      cache_strategies: {
        ...config.cache_strategies,
        processing_results: { ttl: 1, key_pattern: 'r?:{processing_id}:end' },
      },
    });
    expect(odd.resultPattern({ owner: 'ana', service: 'ocr_extractor' })).toBe(
      'a\\*\\[b\\]:r\\?:ana:*:ocr_extractor:*:end',
    );
  });

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
