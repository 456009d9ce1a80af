import { Injectable } from '@nestjs/common';

import { Database, LARGE_ANSWER_TIMEOUT_MS } from '../../database/index.js';
import type { JobError } from '../job-error.js';
import { JobNotFoundError } from '../job-errors.js';
import type { JobState } from '../job-state.js';

/** What is known of a result without reading it. */
export interface ResultStanding {
  readonly jobId: string;
  readonly state: JobState;
  readonly error: JobError | null;
  /** 0: it is to be forgotten once it was delivered. */
  readonly retentionSeconds: number;
  /** With its quotation marks (RFC 9110, 8.8.3); null when there is no result, or none any more. */
  readonly etag: string | null;
}

@Injectable()
export class ResultsRepository {
  constructor(private readonly database: Database) {}

  /** @throws JobNotFoundError, DatabaseUnavailableError, DatabaseBusyError */
  async find(ownerId: string, processingId: string): Promise<ResultStanding> {
    const [row] = await this.database.run((manager) =>
      manager.query<ResultStanding[]>(
        `SELECT job.id AS "jobId", job.state, job.error, job.retention_seconds AS "retentionSeconds", result.etag
         FROM jobs job LEFT JOIN job_results result ON result.job_id = job.id AND job.expires_at > now()
         WHERE job.processing_id = $1 AND job.owner_id = $2`,
        [processingId, ownerId],
      ),
    );
    if (!row) throw new JobNotFoundError();
    return row;
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  async body(jobId: string): Promise<Buffer | undefined> {
    const [row] = await this.database.run(
      (manager) =>
        manager.query<{ body: Buffer }[]>('SELECT body FROM job_results WHERE job_id = $1', [jobId]),
      LARGE_ANSWER_TIMEOUT_MS,
    );
    return row?.body;
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  async forget(jobId: string): Promise<void> {
    await this.database.run((manager) =>
      manager.query(
        `WITH gone AS (DELETE FROM job_results WHERE job_id = $1 RETURNING job_id)
         UPDATE jobs SET expires_at = now() FROM gone WHERE id = gone.job_id`,
        [jobId],
      ),
    );
  }
}
