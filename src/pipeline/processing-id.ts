import { randomFillSync } from 'node:crypto';

import { ulid } from 'ulid';

const POOL_BYTES = 4096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Sortable by time, and not to be guessed. Each request has its own, also when the cache answers it. */
export function newProcessingId(): string {
  return `proc_${ulid(undefined, randomFraction)}`;
}

/** ulid would ask the system for each of 16 characters, which took longer than all the rest of a cached answer. */
function randomFraction(): number {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  return pool.readUInt8(used++) / 256;
}
