import type { AuditAction, AuditEvent } from './audit-event.js';

/** What can be caused as often as somebody likes. */
const REFUSALS: ReadonlySet<AuditAction> = new Set(['access.denied', 'login.failed', 'login.throttled']);

export const REFUSAL_WINDOW_MS = 60_000;
const MAX_PER_SOURCE = 10;
const MAX_PER_KIND = 100;
/** Sources that are told apart; the others share a tally. */
const MAX_SOURCES = 50;

/** Whose refusals are counted together: the user's when there is one, else the address's. */
type Source = Pick<AuditEvent, 'actorId' | 'address'>;

interface Tally {
  readonly source: Source;
  seen: number;
  suppressed: number;
}

/**
 * Keeps a flood of refusals from filling the table: of each kind, 10 a minute are noted in full for each source, 100 in
 * all; the others are counted, and noted at the end of the minute as one entry with their number.
 * Refusals of users who are logged in are a kind of their own: nobody can hide them behind a flood of anonymous ones.
 */
export class RefusalLimiter {
  #kinds = new Map<string, RefusalsOfKind>();

  /** False: it has been counted only. */
  admits(event: AuditEvent): boolean {
    if (!REFUSALS.has(event.action)) return true;
    const name = `${event.action} ${event.actorId === undefined ? 'anonymous' : 'user'}`;
    const kind = this.#kinds.get(name) ?? new RefusalsOfKind(event.action);
    this.#kinds.set(name, kind);
    return kind.admits(event);
  }

  /** Begins the next window. */
  endWindow(): AuditEvent[] {
    const summaries = [...this.#kinds.values()].flatMap((kind) => kind.summaries());
    this.#kinds = new Map();
    return summaries;
  }
}

class RefusalsOfKind {
  readonly #action: AuditAction;
  readonly #tallies = new Map<string, Tally>();
  #admitted = 0;

  constructor(action: AuditAction) {
    this.#action = action;
  }

  admits(event: AuditEvent): boolean {
    const tally = this.#tallyOf(event);
    tally.seen += 1;
    if (tally.seen <= MAX_PER_SOURCE && this.#admitted < MAX_PER_KIND) {
      this.#admitted += 1;
      return true;
    }
    tally.suppressed += 1;
    return false;
  }

  summaries(): AuditEvent[] {
    const action = this.#action;
    const tallies = [...this.#tallies.values()].filter(({ suppressed }) => suppressed > 0);
    return tallies.map(({ source, suppressed }) => ({ ...source, action, details: { suppressed } }));
  }

  #tallyOf({ actorId, address }: AuditEvent): Tally {
    const own = this.#tallies.get(actorId ?? address ?? '');
    if (own) return own;
    if (this.#tallies.size >= MAX_SOURCES) return this.#start('', {});
    return this.#start(actorId ?? address ?? '', actorId === undefined ? { address } : { actorId });
  }

  #start(key: string, source: Source): Tally {
    const tally = this.#tallies.get(key) ?? { source, seen: 0, suppressed: 0 };
    this.#tallies.set(key, tally);
    return tally;
  }
}
