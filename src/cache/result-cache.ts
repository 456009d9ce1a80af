import { Injectable } from '@nestjs/common';

import type { RequestContext } from '../common/context/index.js';
import { ClientClosedRequestError } from '../common/errors/index.js';
import { type Span, traced } from '../common/tracing/index.js';
import type { CacheDirectives } from './cache-directives.js';
import { NotCachedError } from './cache-errors.js';
import { CacheKeys } from './cache-keys.js';
import { CacheMetrics, type Verdict } from './cache-metrics.js';
import type { Entry, Result } from './entry.js';
import { Flights } from './flights.js';
import { Lookup, type ResultScope, type Work } from './lookup.js';
import { ModelVersions } from './model-versions.js';
import { serviceOf } from './operations.js';
import { type Lock, ResultLock } from './result-lock.js';
import { ageMs, ResultStore } from './result-store.js';

/** A result, and how it was come by. */
export interface Obtained {
  readonly result: Result;
  readonly verdict: Verdict;
  readonly isStored: boolean;
  /** Seconds since it was made. */
  readonly ageSeconds: number;
  /** Seconds that it will still be kept. */
  readonly ttlSeconds: number;
}

interface Made {
  readonly entry: Entry;
  readonly verdict: Verdict;
  readonly isStored: boolean;
  /** How long the microservice took, where it was asked for this. */
  readonly workMs: number;
}

/**
 * Results of the microservices by (owner, document, operation, input, options, model version). Whatever is wrong with
 * the cache is a miss.
 */
@Injectable()
export class ResultCache {
  readonly #flights = new Flights<Made>();

  constructor(
    private readonly store: ResultStore,
    private readonly lock: ResultLock,
    private readonly keys: CacheKeys,
    private readonly versions: ModelVersions,
    private readonly metrics: CacheMetrics,
  ) {}

  /** @param document SHA-256, in hexadecimal */
  open(owner: string, document: string, directives: CacheDirectives): ResultScope {
    let generation: ReturnType<ResultScope['generation']> | undefined;
    return {
      owner,
      document,
      directives,
      moment: this.store.moment,
      generation: () => (generation ??= this.store.generation(owner, document)),
    };
  }

  /**
   * From the cache, or from work that is under way, or else by having it done.
   * @throws what the work throws, NotCachedError, ClientClosedRequestError
   */
  async obtain(scope: ResultScope, work: Work, context: RequestContext): Promise<Obtained> {
    const { operation, model } = work;
    const startedAt = performance.now();
    const version = this.versions.current(serviceOf(operation), model);
    const lookup = new Lookup(scope, work, this.keys, version);
    const made = await traced('cache', { attributes: { 'iris.operation': operation } }, (span) =>
      noteVerdict(span, this.#make(lookup, context)),
    );
    this.metrics.obtained(operation, made.verdict);
    const { timings } = context;
    timings.cacheMs = (timings.cacheMs ?? 0) + performance.now() - startedAt - made.workMs;
    return this.#describe(made);
  }

  async #make(lookup: Lookup, context: RequestContext): Promise<Made> {
    const { key, scope } = lookup;
    const { noStore, noCache, onlyIfCached, maxAge } = scope.directives;
    if (noStore) return this.#produce(lookup, context, 'bypass');
    if (noCache) return this.#produce(lookup, context, 'revalidated');
    const known = key === undefined ? undefined : await this.store.recall(key);
    if (known && lookup.allows(known)) return hit(known);
    const isChoosy = onlyIfCached || maxAge !== undefined;
    return isChoosy ? this.#choose(lookup, context) : this.#share(lookup, context);
  }

  /** For clients who do not take every answer. */
  async #choose(lookup: Lookup, context: RequestContext): Promise<Made> {
    const found = await this.#fetch(lookup).catch(() => undefined);
    if (found && lookup.allows(found)) return hit(found);
    if (lookup.scope.directives.onlyIfCached) throw new NotCachedError();
    return this.#produce(lookup, context, found ? 'revalidated' : 'miss');
  }

  async #share(lookup: Lookup, context: RequestContext): Promise<Made> {
    const { value, hasJoined } = await this.#flights.join(
      lookup.flightKey,
      context,
      (flightContext) => this.#lead(lookup, flightContext),
      () => lookup.work.timeUp(),
    );
    return hasJoined && value.verdict === 'miss' ? { ...value, verdict: 'collapsed', workMs: 0 } : value;
  }

  /** On behalf of everybody in this process who wants the same. */
  async #lead(lookup: Lookup, context: RequestContext): Promise<Made> {
    const { key, scope, work } = lookup;
    if (key === undefined || !(await scope.generation())) return this.#produce(lookup, context, 'miss');
    const turn = await this.lock.takeTurn(
      key,
      () => this.#fetch(lookup),
      context,
      () => work.timeUp(),
    );
    if (!turn.found) return this.#produce(lookup, context, 'miss', turn.lock);
    return turn.hasWaited ? { ...hit(turn.found), verdict: 'collapsed' } : hit(turn.found);
  }

  async #produce(lookup: Lookup, context: RequestContext, verdict: Verdict, lock?: Lock): Promise<Made> {
    let written: Promise<void> | undefined;
    try {
      // Before the work: a purge that comes while it lasts must be noticed.
      const generation = lookup.scope.directives.noStore ? undefined : await lookup.scope.generation();
      const startedAt = performance.now();
      const entry = await this.#run(lookup, context);
      const workMs = performance.now() - startedAt;
      written = this.#keep(lookup, entry, generation);
      return { entry, verdict, isStored: written !== undefined, workMs };
    } finally {
      // After it is written: whoever waits for the lock looks for the result first.
      if (lock) void (written ?? Promise.resolve()).then(() => lock.release());
    }
  }

  async #run({ work }: Lookup, context: RequestContext): Promise<Entry> {
    // Everybody may have left while it was their turn that was waited for.
    if (context.signal.aborted) throw new ClientClosedRequestError();
    const askedAt = performance.now();
    const result = await work.run(context);
    const { operation, model, changesModel = false } = work;
    const news = { service: serviceOf(operation), model, version: result.modelVersion };
    if (changesModel) await this.versions.announce(news);
    else this.versions.learn(news, askedAt);
    return { ...result, storedAt: Date.now() };
  }

  /** @returns undefined when it is not kept */
  #keep(
    { identity, scope, work }: Lookup,
    entry: Entry,
    generation: Awaited<ReturnType<ResultScope['generation']>>,
  ): Promise<void> | undefined {
    if (scope.directives.noStore) return undefined;
    if (!this.store.accepts(entry)) {
      this.metrics.tooLarge(work.operation);
      return undefined;
    }
    // Under the version that made it, which may be another one than was expected.
    const key = this.keys.result(identity, entry.modelVersion);
    return this.store.keep(key, identity, entry, { moment: scope.moment, generation });
  }

  #fetch({ key, identity, scope }: Lookup): Promise<Entry | undefined> {
    return key === undefined ? Promise.resolve(undefined) : this.store.fetch(key, identity, scope.moment);
  }

  #describe({ entry, verdict, isStored }: Made): Obtained {
    return {
      result: entry,
      verdict,
      isStored,
      ageSeconds: Math.floor(ageMs(entry.storedAt) / 1000),
      ttlSeconds: Math.max(0, Math.floor(this.store.remainingMs(entry) / 1000)),
    };
  }
}

function noteVerdict(span: Span | undefined, making: Promise<Made>): Promise<Made> {
  if (span) {
    making.then(
      ({ verdict }) => {
        span.set({ 'iris.cache.verdict': verdict });
      },
      () => undefined,
    );
  }
  return making;
}

function hit(entry: Entry): Made {
  return { entry, verdict: 'hit', isStored: true, workMs: 0 };
}
