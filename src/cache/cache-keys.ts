import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { serviceOf } from './operations.js';
import type { ResultIdentity, ResultSelector } from './result-identity.js';

export type CacheStrategy = keyof AppConfig['cache']['cache_strategies'];

const PLACEHOLDER = /\{[a-z_]+\}/g;
const GLOB_CHARACTERS = /[*?[\]\\]/g;

/** Every key of the cache is made here, behind the configured prefix. */
@Injectable()
export class CacheKeys {
  constructor(@InjectConfig('cache') private readonly config: AppConfig['cache']) {}

  /** The key of one entry of a strategy, such as `health:ocr_extractor`. */
  of(strategy: CacheStrategy, id: string): string {
    const { key_pattern: pattern } = this.config.cache_strategies[strategy];
    return this.#named(pattern.replace(PLACEHOLDER, () => id));
  }

  /** `result:<owner>:<document>:<service>:<operation>:<digest of input, options and model version>` */
  result(identity: ResultIdentity, modelVersion: string): string {
    const { owner, document, operation, input, options, model } = identity;
    const digest = hash('sha256', JSON.stringify([input, canonical(options), model, modelVersion]));
    return this.of(
      'processing_results',
      [owner, document, serviceOf(operation), operation, digest].join(':'),
    );
  }

  /** A glob for SCAN. */
  resultPattern({ owner = '*', document = '*', service }: ResultSelector): string {
    const { key_pattern: pattern } = this.config.cache_strategies.processing_results;
    const [before = '', after = ''] = pattern.split(PLACEHOLDER);
    return (
      escapeGlob(this.#named(before)) + [owner, document, service ?? '*', '*'].join(':') + escapeGlob(after)
    );
  }

  lock(resultKey: string): string {
    return this.#named(`lock:${hash('sha256', resultKey)}`);
  }

  /** What a purge touches and a writer looks at: the widest first. */
  generations(owner: string, document: string): readonly [string, string, string] {
    return [this.generation({}), this.generation({ owner }), this.generation({ owner, document })];
  }

  /** The narrowest of them that covers what is selected. */
  generation({ owner, document }: ResultSelector): string {
    const scope = owner === undefined ? [] : document === undefined ? [owner] : [owner, document];
    return this.#named(['generation', ...scope].join(':'));
  }

  #named(name: string): string {
    return `${this.config.key_prefix}${name}`;
  }
}

/** The same text whatever the order in which the options were given. */
function canonical(options: ResultIdentity['options']): [string, unknown][] {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return given.sort(([a], [b]) => (a < b ? -1 : 1));
}

function escapeGlob(text: string): string {
  return text.replace(GLOB_CHARACTERS, '\\$&');
}
