import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';

import { Database } from '../../database/index.js';
import type { JobEvent } from '../job-event.js';
import { Job } from '../job.entity.js';
import { JobNotFoundError } from '../job-errors.js';
import type { JobState } from '../job-state.js';

export interface JobPosition {
  readonly createdAt: Date;
  readonly id: string;
}

export interface JobFilter {
  readonly ownerId?: string | undefined;
  readonly state?: JobState | undefined;
  readonly batchId?: string | undefined;
  /** Those that were given up and may be retried, or all the others. */
  readonly isDead?: boolean | undefined;
  /** Inclusive. */
  readonly createdAfter?: Date | undefined;
  /** Exclusive. */
  readonly createdBefore?: Date | undefined;
  /** Only jobs older than this one. */
  readonly cursor?: JobPosition | undefined;
  readonly limit: number;
}

/** Some of what has happened to a job, and where it stands: of one instant. */
export interface JobHistory {
  readonly state: JobState;
  /** The number of its last event. */
  readonly lastEvent: number;
  readonly events: readonly JobEvent[];
}

type HistoryRow = Pick<JobHistory, 'state' | 'lastEvent'> & (JobEvent | { readonly id: null });

/** Whatever is read of a job by its id names its owner, so that an id alone opens nothing. */
@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  /** @throws JobNotFoundError, DatabaseUnavailableError, DatabaseBusyError */
  async get(ownerId: string, id: string): Promise<Job> {
    const job = await this.database.run((manager) => manager.findOneBy(Job, { id, ownerId }));
    if (!job) throw new JobNotFoundError();
    return job;
  }

  /**
   * @returns the newest first, and one more than `limit` when there are more
   * @throws DatabaseUnavailableError, DatabaseBusyError
   */
  find(filter: JobFilter): Promise<Job[]> {
    return this.database.run((manager) =>
      narrow(manager.createQueryBuilder(Job, 'job'), filter)
        .orderBy('job.createdAt', 'DESC')
        .addOrderBy('job.id', 'DESC')
        .limit(filter.limit + 1)
        .getMany(),
    );
  }

  /**
   * @param after the number of an event; when it is negative, so many from the end, as with `slice`
   * @throws JobNotFoundError, DatabaseUnavailableError, DatabaseBusyError
   */
  async history(ownerId: string, id: string, after: number, limit: number): Promise<JobHistory> {
    const rows = await this.database.run((manager) =>
      manager.query<HistoryRow[]>(
        `SELECT job.state, job.last_event AS "lastEvent", event.id, event.type, event.at, event.data
         FROM jobs job LEFT JOIN job_events event
           ON event.job_id = job.id AND event.id > CASE WHEN $3 < 0 THEN job.last_event + $3 ELSE $3 END
         WHERE job.id = $1 AND job.owner_id = $2 ORDER BY event.id LIMIT $4`,
        [id, ownerId, after, limit],
      ),
    );
    const [first] = rows;
    if (!first) throw new JobNotFoundError();
    const events = rows.flatMap((row) => (row.id === null ? [] : row));
    return { state: first.state, lastEvent: first.lastEvent, events };
  }
}

function narrow(query: SelectQueryBuilder<Job>, filter: JobFilter): SelectQueryBuilder<Job> {
  const { ownerId, state, batchId, isDead, createdAfter, createdBefore, cursor } = filter;
  if (ownerId !== undefined) query.andWhere('job.ownerId = :ownerId', { ownerId });
  if (state) query.andWhere('job.state = :state', { state });
  if (batchId !== undefined) query.andWhere('job.batchId = :batchId', { batchId });
  if (isDead !== undefined) query.andWhere('job.isDead = :isDead', { isDead });
  if (createdAfter) query.andWhere('job.createdAt >= :createdAfter', { createdAfter });
  if (createdBefore) query.andWhere('job.createdAt < :createdBefore', { createdBefore });
  if (cursor) query.andWhere('(job.createdAt, job.id) < (:createdAt, :id)', cursor);
  return query;
}
