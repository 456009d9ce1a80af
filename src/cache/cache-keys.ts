import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { serviceOf } from './operations.js';
import type { ResultIdentity, ResultSelector } from './result-identity.js';
import { ResultKey } from './result-key.js';

const PLACEHOLDER = /\{[a-z_]+\}/g;
const GLOB_CHARACTERS = /[*?[\]\\]/g;

/** Every key of the cache is made here, behind the configured prefix. */
@Injectable()
export class CacheKeys {
  readonly #prefix: string;
  /** What stands around the placeholders of the configured pattern. */
  readonly #literals: readonly string[];

  constructor(@InjectConfig('cache') config: AppConfig['cache']) {
    this.#prefix = config.key_prefix;
    this.#literals = config.cache_strategies.processing_results.key_pattern.split(PLACEHOLDER);
  }

  /** In Redis: `result:<owner>:<document>:<service>:<operation>:<digest of input, options and model version>` */
  result(identity: ResultIdentity, modelVersion: string): ResultKey {
    const { owner, document, operation, input, options, model } = identity;
    const rest = JSON.stringify([input, canonical(options), model, modelVersion]);
    return new ResultKey(`${owner}:${document}:${operation}:${rest}`, () => {
      const id = [owner, document, serviceOf(operation), operation, hash('sha256', rest)].join(':');
      return this.#named(this.#literals.join(id));
    });
  }

  /** A glob for SCAN. */
  resultPattern({ owner = '*', document = '*', service }: ResultSelector): string {
    const id = [owner, document, service ?? '*', '*'].join(':');
    return escapeGlob(this.#prefix) + this.#literals.map(escapeGlob).join(id);
  }

  lock({ inRedis }: ResultKey): string {
    return this.#named(`lock:${hash('sha256', inRedis)}`);
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
    return this.#prefix + name;
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
