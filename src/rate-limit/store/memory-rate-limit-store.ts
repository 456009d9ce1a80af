import type { Allowance, LimitName, RateLimitStore, Standing, Verdict } from './rate-limit-store.js';
import { SubjectRows } from './subject-rows.js';

const MAX_SUBJECTS_PER_LIMIT = 50_000;

/** For one replica. Every decision takes the same few steps, whatever the limit and however many subjects there are. */
export class MemoryRateLimitStore implements RateLimitStore {
  readonly #subjects = new Map<LimitName, SubjectRows>();

  constructor(private readonly maxSubjectsPerLimit = MAX_SUBJECTS_PER_LIMIT) {}

  take(allowances: readonly Allowance[], cost: number): Verdict {
    const takenAt = clock();
    let isAdmitted = true;
    for (const { limit, subject } of allowances) {
      const subjects = this.#subjectsOf(limit.name);
      const used = subjects.rows.used(subjects.rowOf(subject), takenAt, limit.windowMs);
      if (used + cost > limit.units) isAdmitted = false;
    }
    const taken = isAdmitted ? cost : 0;
    return {
      isAdmitted,
      takenAt,
      standings: allowances.map((allowance) => this.#settle(allowance, takenAt, taken, cost)),
    };
  }

  giveBack({ limit, subject }: Allowance, cost: number, takenAt: number): void {
    const subjects = this.#subjectsOf(limit.name);
    const row = subjects.rowOf(subject);
    subjects.rows.giveBack(row, takenAt, cost);
  }

  forget(subject: string, limits: readonly LimitName[]): void {
    for (const name of limits) this.#subjectsOf(name).forget(subject);
  }

  #settle({ limit, subject }: Allowance, now: number, taken: number, cost: number): Standing {
    const subjects = this.#subjectsOf(limit.name);
    const row = subjects.rowOf(subject);
    const { rows } = subjects;
    if (taken > 0) rows.take(row, now, limit.windowMs, taken);
    const used = rows.used(row, now, limit.windowMs);
    const missing = used - taken + cost - limit.units;
    return {
      limit,
      remaining: Math.max(0, limit.units - used),
      resetMs: used > 0 ? rows.freedIn(row, now, limit.windowMs, Math.max(1, used - limit.units + 1)) : 0,
      waitMs: missing > 0 ? rows.freedIn(row, now, limit.windowMs, missing) : 0,
    };
  }

  #subjectsOf(name: LimitName): SubjectRows {
    let subjects = this.#subjects.get(name);
    if (!subjects) this.#subjects.set(name, (subjects = new SubjectRows(this.maxSubjectsPerLimit)));
    return subjects;
  }
}

/** Monotonic: a step of the wall clock neither opens nor closes a window. */
function clock(): number {
  return Math.floor(performance.now()) >>> 0;
}
