import { Injectable } from '@nestjs/common';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { Database } from '../database/index.js';
import type { Job } from './job.entity.js';
import { positionsOf } from './job-position.js';
import { JOB_STATES, type JobState } from './job-state.js';
import { QueueFullError, TooManyJobsError } from './job-errors.js';

const DEFAULT_SECONDS = 5;
const MAX_RETRY_AFTER_SECONDS = 3_600;
/** Of so many jobs that were finished last, the time that one takes is learnt. */
const RECENT = 50;

interface Backlog {
  readonly queued: number;
  readonly own: number;
  readonly running: number;
  /** Seconds that a job took lately; null when there was none. */
  readonly seconds: number | null;
}

/** Of all replicas. */
export interface BacklogCensus {
  readonly queued: number;
  readonly running: number;
  /** How long the oldest job that is due has waited. */
  readonly oldestSeconds: number;
  /** Given up for want of attempts; their documents are still kept. */
  readonly dead: number;
}

/** How much waits, and for how long. */
@Injectable()
export class JobBacklog {
  constructor(
    private readonly database: Database,
    @InjectConfig('jobs') private readonly config: AppConfig['jobs'],
  ) {}

  /**
   * Before an upload is read, and once more before it is accepted.
   * @param count of the jobs for which there must be room
   * @throws QueueFullError, TooManyJobsError, DatabaseUnavailableError, DatabaseBusyError
   */
  async requireRoom(ownerId: string, count = 1): Promise<void> {
    const { max_queued, max_queued_per_user } = this.config;
    const backlog = await this.#look(ownerId);
    if (backlog.own + count > max_queued_per_user) {
      throw new TooManyJobsError(max_queued_per_user, backlog.own, secondsUntilRoom(backlog));
    }
    if (backlog.queued + count > max_queued) {
      throw new QueueFullError(max_queued, backlog.queued, secondsUntilRoom(backlog));
    }
  }

  /** Looks at jobs that are not over, and at dead ones: there is an index of both. */
  async census(): Promise<BacklogCensus | undefined> {
    const [row] = await this.database.run((manager) =>
      manager.query<BacklogCensus[]>(
        `SELECT count(*) FILTER (WHERE state = 'queued')::int AS queued,
                count(*) FILTER (WHERE state = 'running')::int AS running,
                coalesce(greatest(0, extract(epoch FROM now() - min(available_at) FILTER (WHERE state = 'queued'))), 0)::float8
                  AS "oldestSeconds",
                (SELECT count(*)::int FROM jobs
                 WHERE is_dead AND finished_at > now() - interval '1 hour' * $1) AS dead
         FROM jobs WHERE state IN ('queued', 'running')`,
        [this.config.result_retention_hours],
      ),
    );
    return row;
  }

  /** All that are on record, over all replicas. */
  async byState(): Promise<Record<JobState, number>> {
    const rows = await this.database.run((manager) =>
      manager.query<{ state: JobState; count: number }[]>(
        'SELECT state, count(*)::int AS count FROM jobs GROUP BY state',
      ),
    );
    const count = (state: JobState): number => rows.find((row) => row.state === state)?.count ?? 0;
    return Object.fromEntries(JOB_STATES.map((state) => [state, count(state)])) as Record<JobState, number>;
  }

  /** How many jobs are ahead of it; null when it does not wait. */
  async position(job: Pick<Job, 'id' | 'state'>): Promise<number | null> {
    return (await this.positions([job])).get(job.id) ?? null;
  }

  /** How many jobs are ahead of each of those that wait; the others are left out. */
  positions(jobs: readonly Pick<Job, 'id' | 'state'>[]): Promise<ReadonlyMap<string, number>> {
    return this.database.run((manager) => positionsOf(manager, jobs));
  }

  async #look(ownerId: string): Promise<Backlog> {
    const [row] = await this.database.run((manager) =>
      manager.query<Backlog[]>(
        `SELECT count(*) FILTER (WHERE state = 'queued')::int AS queued,
                count(*) FILTER (WHERE state = 'queued' AND owner_id = $1)::int AS own,
                count(*) FILTER (WHERE state = 'running')::int AS running,
                (SELECT avg(extract(epoch FROM finished_at - started_at))::float8 FROM (
                   SELECT started_at, finished_at FROM jobs WHERE finished_at IS NOT NULL
                   ORDER BY finished_at DESC LIMIT $2) AS recent) AS seconds
         FROM jobs WHERE state IN ('queued', 'running')`,
        [ownerId, RECENT],
      ),
    );
    return row ?? { queued: 0, own: 0, running: 0, seconds: null };
  }
}

/** As many are under way at once as now, and one must be done. */
function secondsUntilRoom({ running, seconds }: Backlog): number {
  const each = (seconds ?? DEFAULT_SECONDS) / Math.max(1, running);
  return Math.min(MAX_RETRY_AFTER_SECONDS, Math.max(1, Math.ceil(each)));
}
