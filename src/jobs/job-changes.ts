import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter } from 'prom-client';
import type { EntityManager } from 'typeorm';

import { Database } from '../database/index.js';
import { type Labels, METRICS } from '../metrics/index.js';
import { EventBus } from '../redis/index.js';
import type { JobEventType } from './job-event.js';

/** Tells every replica that a job has changed: `{ id, event, type }`. At most once, so whoever must know looks too. */
export const JOB_CHANGED = 'jobs.changed';

/** Writes down what has happened to a job, after its row was changed. */
export type Note = (jobId: string, type: JobEventType, data?: object, at?: Date) => Promise<void>;

interface Change {
  readonly id: string;
  readonly event: number;
  readonly type: JobEventType;
}

/** Changes of jobs: each in one transaction with the event that tells of it, and announced once it is committed. */
@Injectable()
export class JobChanges {
  constructor(
    private readonly database: Database,
    private readonly bus: EventBus,
    @InjectMetric(METRICS.jobEvents) private readonly events: Counter,
  ) {}

  /**
   * @param timeoutMs longer than usual for statements that carry a document
   * @throws DatabaseUnavailableError, DatabaseBusyError, and what the work throws: nothing has changed then
   */
  async commit<T>(work: (manager: EntityManager, note: Note) => Promise<T>, timeoutMs?: number): Promise<T> {
    const changes: Change[] = [];
    const result = await this.database.transaction(
      (manager) =>
        work(manager, async (id, type, data = {}, at = new Date()) => {
          changes.push({ id, type, event: await insertEvent(manager, { id, type, data, at }) });
        }),
      timeoutMs,
    );
    for (const { id, event, type } of changes) {
      this.events.inc({ event: type } satisfies Labels<'jobEvents'>);
      void this.bus.publish(JOB_CHANGED, { id, event, type });
    }
    return result;
  }
}

/** @returns its number among the events of the job */
async function insertEvent(
  manager: EntityManager,
  { id, type, data, at }: { id: string; type: JobEventType; data: object; at: Date },
): Promise<number> {
  const [row] = await manager.query<{ id: number }[]>(
    `WITH job AS (
       UPDATE jobs SET last_event = last_event + 1 WHERE id = $1 RETURNING last_event, state, progress
     ), event AS (
       INSERT INTO job_events (job_id, id, type, data, at)
       SELECT $1, last_event, $2, $3::jsonb || jsonb_build_object('state', state, 'progress', progress), $4 FROM job
       RETURNING id
     ) SELECT id FROM event`,
    [id, type, JSON.stringify(data), at],
  );
  if (!row) throw new Error(`there is no job ${id} to write an event of`);
  return row.id;
}
