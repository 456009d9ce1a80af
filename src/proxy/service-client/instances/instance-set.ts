import { Logger } from '@nestjs/common';

import type { ServiceConfig } from '../../../config/index.js';
import { AttemptTally } from './attempt-tally.js';
import type { UpstreamInstance } from './upstream-instance.js';

/** A bad instance is looked at again after five minutes at the latest. */
const MAX_EJECTION_MS = 300_000;

/** The instances of one microservice: which one is next, and which one is set aside. */
export class InstanceSet {
  readonly tally = new AttemptTally();
  readonly #logger = new Logger('Instances');
  #last = 0;

  constructor(
    readonly all: readonly UpstreamInstance[],
    private readonly config: Pick<ServiceConfig, 'balancing' | 'ejection'>,
  ) {}

  /** Whether some other instance could have taken the call. */
  hasAlternativeTo(instance: UpstreamInstance): boolean {
    return this.all.some((other) => other !== instance && other.isAvailable);
  }

  /** @param tried are avoided while there are others; when none is available, any is better than none */
  pick(tried: readonly UpstreamInstance[]): UpstreamInstance {
    const [only] = this.all;
    if (this.all.length === 1 && only) return only;
    const fresh = this.all.filter((instance) => !tried.includes(instance));
    const candidates = firstNotEmpty(
      fresh.filter((instance) => instance.isAvailable),
      this.all.filter((instance) => instance.isAvailable),
      fresh,
      this.all,
    );
    return this.#next(candidates);
  }

  /** Takes note of a failure, and sets the instance aside after several in a row, unless it is the last one left. */
  failed(instance: UpstreamInstance, code: string): void {
    const { failure_threshold: threshold, seconds } = this.config.ejection;
    if (instance.failed(code) < threshold || !instance.isAvailable) return;
    if (!this.hasAlternativeTo(instance)) return;
    instance.eject(seconds * 1000, MAX_EJECTION_MS);
    this.#logger.warn({ instance: instance.id, code }, 'instance set aside');
  }

  /** In turn after the one that was picked last, whoever may be picked this time; for `least_request`, among equals. */
  #next(candidates: readonly UpstreamInstance[]): UpstreamInstance {
    const inTurn = [...this.all.slice(this.#last + 1), ...this.all.slice(0, this.#last + 1)];
    const [first, ...others] = inTurn.filter((instance) => candidates.includes(instance));
    if (!first) throw new Error('a microservice has at least one instance');
    const next = this.config.balancing === 'round_robin' ? first : others.reduce(lessBusy, first);
    this.#last = this.all.indexOf(next);
    return next;
  }
}

function lessBusy(least: UpstreamInstance, other: UpstreamInstance): UpstreamInstance {
  return other.inFlight < least.inFlight ? other : least;
}

function firstNotEmpty<T>(...lists: readonly (readonly T[])[]): readonly T[] {
  return lists.find((list) => list.length > 0) ?? [];
}
