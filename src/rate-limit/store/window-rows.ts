/** The more groups in a window, the sooner units are back under steady demand, and the longer a row. */
export const GROUPS_PER_WINDOW = 8;
/** Groups begin at least an eighth of a window apart, so that no more than these can count at the same time. */
const MAX_GROUPS = GROUPS_PER_WINDOW + 1;

const GROUPS = 0;
const BEGAN = 1;
const FIRST_GROUP = 2;
const GROUP_LENGTH = 2;
const ROW_LENGTH = FIRST_GROUP + MAX_GROUPS * GROUP_LENGTH;
/** Rows are allocated so many at a time: nothing is copied when there are more, and little is spare. */
const ROWS_PER_BLOCK = 1_024;

/**
 * What was taken within a window, in rows of 80 bytes, whatever the limit.
 *
 * Units that are taken within an eighth of a window form a group, and count until the last of them is as old as the
 * window. So everything that was taken in any window is counted, and a unit is back an eighth of a window late at most.
 * The Lua scripts of the Redis store say the same.
 *
 * A row: how many groups, when the newest began, then when the last unit of each group was taken and how many they are.
 * Times are milliseconds modulo 2^32, which is 49 days: only differences count.
 */
export class WindowRows {
  readonly #blocks: Uint32Array[] = [];
  #size = 0;

  /** @returns the number of a new row, in which nothing is taken */
  add(): number {
    if (this.#size % ROWS_PER_BLOCK === 0) this.#blocks.push(new Uint32Array(ROWS_PER_BLOCK * ROW_LENGTH));
    this.#size += 1;
    return this.#size - 1;
  }

  /** @returns the number of a new row, which says what that one says */
  addCopy(other: WindowRows, otherRow: number): number {
    const row = this.add();
    const start = startOf(otherRow);
    this.#blockOf(row).set(other.#blockOf(otherRow).subarray(start, start + ROW_LENGTH), startOf(row));
    return row;
  }

  /** The units that count now; forgets those that no longer do. */
  used(row: number, now: number, windowMs: number): number {
    const cells = this.#blockOf(row);
    const start = startOf(row);
    forgetOlder(cells, start, now, windowMs);
    let used = 0;
    for (let at = start + FIRST_GROUP; at < endOf(cells, start); at += GROUP_LENGTH)
      used += cell(cells, at + 1);
    return used;
  }

  /** Milliseconds until so many of the units that count no longer do. */
  freedIn(row: number, now: number, windowMs: number, units: number): number {
    const cells = this.#blockOf(row);
    const start = startOf(row);
    let freed = 0;
    for (let at = start + FIRST_GROUP; at < endOf(cells, start); at += GROUP_LENGTH) {
      freed += cell(cells, at + 1);
      if (freed >= units) return windowMs - elapsed(cell(cells, at), now);
    }
    return windowMs;
  }

  /** Call `used` before, with the same time. */
  take(row: number, now: number, windowMs: number, units: number): void {
    const cells = this.#blockOf(row);
    const start = startOf(row);
    const joins =
      cell(cells, start + GROUPS) > 0 &&
      elapsed(cell(cells, start + BEGAN), now) < windowMs / GROUPS_PER_WINDOW;
    if (!joins) beginGroup(cells, start, now);
    const newest = endOf(cells, start) - GROUP_LENGTH;
    cells[newest] = now;
    cells[newest + 1] = cell(cells, newest + 1) + units;
  }

  /** Nothing, when the units that were taken then no longer count. */
  giveBack(row: number, takenAt: number, units: number): void {
    const cells = this.#blockOf(row);
    const start = startOf(row);
    for (let at = start + FIRST_GROUP; at < endOf(cells, start); at += GROUP_LENGTH) {
      if (isBefore(cell(cells, at), takenAt)) continue;
      cells[at + 1] = Math.max(0, cell(cells, at + 1) - units);
      return;
    }
  }

  /** Nothing is taken of it. */
  clear(row: number): void {
    this.#blockOf(row)[startOf(row) + GROUPS] = 0;
  }

  #blockOf(row: number): Uint32Array {
    const block = this.#blocks[Math.floor(row / ROWS_PER_BLOCK)];
    if (!block) throw new RangeError('there is no such row');
    return block;
  }
}

function forgetOlder(cells: Uint32Array, start: number, now: number, windowMs: number): void {
  const first = start + FIRST_GROUP;
  const end = endOf(cells, start);
  let alive = first;
  while (alive < end && elapsed(cell(cells, alive), now) >= windowMs) alive += GROUP_LENGTH;
  if (alive === first) return;
  cells.copyWithin(first, alive, end);
  cells[start + GROUPS] = (end - alive) / GROUP_LENGTH;
}

function beginGroup(cells: Uint32Array, start: number, now: number): void {
  cells[endOf(cells, start) + 1] = 0;
  cells[start + GROUPS] = cell(cells, start + GROUPS) + 1;
  cells[start + BEGAN] = now;
}

function startOf(row: number): number {
  return (row % ROWS_PER_BLOCK) * ROW_LENGTH;
}

function endOf(cells: Uint32Array, start: number): number {
  return start + FIRST_GROUP + cell(cells, start + GROUPS) * GROUP_LENGTH;
}

function cell(cells: Uint32Array, index: number): number {
  return cells[index] ?? 0;
}

function elapsed(since: number, now: number): number {
  return (now - since) >>> 0;
}

function isBefore(time: number, other: number): boolean {
  return elapsed(time, other) !== 0 && elapsed(time, other) < 2 ** 31;
}
