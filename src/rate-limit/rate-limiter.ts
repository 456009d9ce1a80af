import { Injectable, Logger } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter, Gauge } from 'prom-client';
import { z } from 'zod';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { METRICS } from '../metrics/index.js';
import { EventBus, RedisConnection, RedisUnavailableError } from '../redis/index.js';
import { NearLimits } from './near-limits.js';
import { MemoryRateLimitStore } from './store/memory-rate-limit-store.js';
import {
  type Allowance,
  type Limit,
  LIMIT_NAMES,
  type LimitName,
  type RateLimitStore,
  type Verdict,
} from './store/rate-limit-store.js';
import { RedisRateLimitStore } from './store/redis-rate-limit-store.js';

const ONE_CALL = 1;
const FORGOTTEN = 'limits.forgotten';
const forgottenSchema = z.object({ subject: z.string(), limits: z.array(z.enum(LIMIT_NAMES)) });

/** A verdict, and what is needed to give back what it took. */
export interface Decision extends Verdict {
  readonly allowances: readonly Allowance[];
  readonly store: RateLimitStore;
}

/**
 * Decides by what all replicas have counted together. While Redis does not answer, each replica goes on alone, from
 * zero and with its share of every limit: a request is neither lost nor let through without a count.
 */
@Injectable()
export class RateLimiter {
  readonly #logger = new Logger('RateLimit');
  readonly #local = new MemoryRateLimitStore();
  readonly #shared: RateLimitStore | undefined;
  /** Those who were near a limit when they called here last. */
  readonly near = new NearLimits();
  readonly #shares = new WeakMap<Limit, Limit>();
  #isDegraded = false;

  constructor(
    redis: RedisConnection,
    private readonly bus: EventBus,
    @InjectConfig('runtime') private readonly runtime: AppConfig['runtime'],
    @InjectMetric(METRICS.rateLimitDecisions) private readonly decisions: Counter,
    @InjectMetric(METRICS.rateLimitDegraded) private readonly degraded: Gauge,
  ) {
    this.#shared = redis.isConfigured ? new RedisRateLimitStore(redis) : undefined;
    this.degraded.set(0);
    bus.subscribe(FORGOTTEN, (payload) => {
      const event = forgottenSchema.safeParse(payload);
      if (event.success) this.#local.forget(event.data.subject, event.data.limits);
    });
  }

  /** Charges one call to all of the allowances, or to none. At once where limits are in memory. */
  take(allowances: readonly Allowance[]): Decision | Promise<Decision> {
    const decision = this.#decide(allowances, ONE_CALL);
    return decision instanceof Promise ? decision.then((it) => this.#counted(it)) : this.#counted(decision);
  }

  /** How the allowances are now; nothing is taken. */
  look(allowances: readonly Allowance[]): Decision | Promise<Decision> {
    return this.#decide(allowances, 0);
  }

  /** Undoes one allowance's part of a decision. Not awaited, and it never fails: at worst the unit stays used. */
  giveBack({ store, takenAt }: Decision, allowance: Allowance): void {
    this.decisions.inc({ tier: allowance.limit.name, outcome: 'given_back' });
    Promise.resolve(store.giveBack(allowance, ONE_CALL, takenAt)).catch(() => undefined);
  }

  /**
   * Nothing of what the subject has of these limits is used any more, on any replica.
   * @throws RedisUnavailableError: it is not sure that all is forgotten
   */
  async forget(subject: string, limits: readonly LimitName[]): Promise<void> {
    // Every replica has counted in its own memory when Redis was away.
    await this.bus.publish(FORGOTTEN, { subject, limits });
    await this.#shared?.forget(subject, limits);
  }

  #decide(allowances: readonly Allowance[], cost: number): Decision | Promise<Decision> {
    return this.#shared
      ? this.#decideTogether(this.#shared, allowances, cost)
      : this.#decideAlone(allowances, cost);
  }

  async #decideTogether(
    store: RateLimitStore,
    allowances: readonly Allowance[],
    cost: number,
  ): Promise<Decision> {
    try {
      const verdict = await store.take(allowances, cost);
      this.#setDegraded(false);
      return { ...verdict, allowances, store };
    } catch (error) {
      if (!(error instanceof RedisUnavailableError)) throw error;
      this.#setDegraded(true, error.cause);
      return this.#decideAlone(allowances, cost);
    }
  }

  #decideAlone(allowances: readonly Allowance[], cost: number): Decision {
    const shares = allowances.map(({ limit, subject }) => ({ limit: this.#shareOf(limit), subject }));
    return { ...this.#local.take(shares, cost), allowances: shares, store: this.#local };
  }

  #shareOf(limit: Limit): Limit {
    let share = this.#shares.get(limit);
    if (!share) {
      share = { ...limit, units: Math.ceil(limit.units / this.runtime.replica_count) };
      this.#shares.set(limit, share);
    }
    return share;
  }

  #counted(decision: Decision): Decision {
    this.near.note(decision);
    for (const { limit, waitMs } of decision.standings) {
      if (decision.isAdmitted) this.decisions.inc({ tier: limit.name, outcome: 'admitted' });
      else if (waitMs > 0) this.decisions.inc({ tier: limit.name, outcome: 'refused' });
    }
    return decision;
  }

  #setDegraded(isDegraded: boolean, cause?: unknown): void {
    if (isDegraded === this.#isDegraded) return;
    this.#isDegraded = isDegraded;
    this.degraded.set(isDegraded ? 1 : 0);
    if (isDegraded) {
      const reason = cause instanceof Error ? cause.message : 'not connected';
      this.#logger.warn({ reason }, 'Redis does not answer: this replica limits on its own');
    } else this.#logger.log('Redis answers: limits are shared again');
  }
}
