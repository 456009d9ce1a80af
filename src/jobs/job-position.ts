import type { EntityManager } from 'typeorm';

import type { Job } from './job.entity.js';

/** How many jobs are ahead of it; null when it does not wait. */
export async function positionOf(
  manager: EntityManager,
  { id, state }: Pick<Job, 'id' | 'state'>,
): Promise<number | null> {
  if (state !== 'queued') return null;
  const [row] = await manager.query<{ ahead: number }[]>(
    `SELECT count(*)::int AS ahead
     FROM jobs mine JOIN jobs other ON other.state = 'queued' AND other.id <> mine.id
     WHERE mine.id = $1 AND (
       (other.lane = 'interactive' AND mine.lane = 'batch') OR
       (other.lane = mine.lane AND (other.turn, other.created_at, other.id) < (mine.turn, mine.created_at, mine.id)))`,
    [id],
  );
  return row?.ahead ?? 0;
}
