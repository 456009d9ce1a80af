import type { RequestContext } from '../common/context/index.js';
import type { CacheDirectives } from './cache-directives.js';
import type { CacheKeys } from './cache-keys.js';
import type { Entry, Result } from './entry.js';
import type { Generation } from './redis-tier.js';
import type { ResultIdentity } from './result-identity.js';
import type { ResultKey } from './result-key.js';

/** One request and the document it brings. */
export interface ResultScope {
  readonly owner: string;
  readonly document: string;
  readonly directives: CacheDirectives;
  /** What this replica had purged when the request came. */
  readonly moment: number;
  /** What had been purged in Redis when the request first missed something; undefined where Redis does not say. */
  generation(): Promise<Generation | undefined>;
}

/** An operation whose result is wanted. */
export interface Work extends Omit<ResultIdentity, 'owner' | 'document'> {
  /** Asks the microservice. */
  run(context: RequestContext): Promise<Result>;
  /** The error for whoever has no more time to wait. */
  timeUp(): Error;
  /** Whether later answers of the microservice depend on it. */
  readonly changesModel?: boolean;
}

/** An operation in the scope of a request, with its keys. */
export class Lookup {
  readonly identity: ResultIdentity;
  /** Undefined while the version of the model is not known: nothing can be said to be up to date. */
  readonly key: ResultKey | undefined;
  /** What is the same for all who want the same now. */
  readonly flightKey: string;

  constructor(
    readonly scope: ResultScope,
    readonly work: Work,
    keys: CacheKeys,
    modelVersion: string | undefined,
  ) {
    const { owner, document } = scope;
    const { operation, input, options, model } = work;
    this.identity = { owner, document, operation, input, options, model };
    const key = keys.result(this.identity, modelVersion ?? '');
    this.key = modelVersion === undefined ? undefined : key;
    this.flightKey = this.key?.name ?? `version unknown: ${key.name}`;
  }

  /** Whether the client takes an entry as old as this one. */
  allows({ storedAt }: Entry): boolean {
    const { maxAge } = this.scope.directives;
    return maxAge === undefined || Date.now() - storedAt <= maxAge * 1000;
  }
}
