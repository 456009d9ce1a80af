import type { EntityManager } from 'typeorm';

import type { Job } from './job.entity.js';

/** How many jobs are ahead of each of those that wait; the others are left out. */
export async function positionsOf(
  manager: EntityManager,
  jobs: readonly Pick<Job, 'id' | 'state'>[],
): Promise<ReadonlyMap<string, number>> {
  const waiting = jobs.filter(({ state }) => state === 'queued').map(({ id }) => id);
  if (waiting.length === 0) return new Map();
  const rows = await manager.query<{ id: string; ahead: number }[]>(
    `SELECT id, ahead::int FROM (
       SELECT id, row_number() OVER (ORDER BY lane <> 'interactive', turn, created_at, id) - 1 AS ahead
       FROM jobs WHERE state = 'queued') AS line
     WHERE id = ANY ($1)`,
    [waiting],
  );
  return new Map(rows.map(({ id, ahead }) => [id, ahead]));
}
