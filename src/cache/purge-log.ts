import { isSelected, type ResultIdentity, type ResultSelector } from './result-identity.js';

const MAX_REMEMBERED = 1_000;

/** What was purged lately on this replica, so that work that began before it keeps nothing. */
export class PurgeLog {
  #purges: ResultSelector[] = [];
  /** How many have been dropped from the beginning of the list. */
  #dropped = 0;

  /** A moment, to be asked about later. */
  get now(): number {
    return this.#dropped + this.#purges.length;
  }

  note(selector: ResultSelector): void {
    this.#purges.push(selector);
    if (this.#purges.length <= MAX_REMEMBERED) return;
    this.#purges.shift();
    this.#dropped += 1;
  }

  /** Where it is no longer known, yes. */
  hasPurged(identity: ResultIdentity, since: number): boolean {
    if (since < this.#dropped) return true;
    return this.#purges.slice(since - this.#dropped).some((selector) => isSelected(identity, selector));
  }
}
