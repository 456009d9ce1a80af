import type { EntityManager } from 'typeorm';

import type { Lane } from '../job.entity.js';

/**
 * Where the next job of an owner stands in its lane: behind his own ones, and not before what is due now. So owners
 * take turns, however many jobs each of them has (start-time fair queueing, Goyal et al. 1996, with jobs of one size).
 */
export async function nextTurn(manager: EntityManager, ownerId: string, lane: Lane): Promise<number> {
  const [row] = await manager.query<{ turn: number }[]>(
    `SELECT greatest(
       (SELECT max(turn) + 1 FROM jobs WHERE owner_id = $1 AND lane = $2 AND state IN ('queued', 'running')),
       (SELECT min(turn) FROM jobs WHERE lane = $2 AND state = 'queued'),
       1) AS turn`,
    [ownerId, lane],
  );
  return row?.turn ?? 1;
}
