import { Injectable } from '@nestjs/common';

import { decodeEntry, encodeEntry, type Operation, type Result } from '../../cache/index.js';
import { Database, LARGE_ANSWER_TIMEOUT_MS } from '../../database/index.js';
import type { Document } from '../../pipeline/index.js';
import { JobChanges } from '../job-changes.js';
import type { Job } from '../job.entity.js';

/** What is told of a phase. */
export interface PhaseStep {
  readonly at: Date;
  /** Percent. */
  readonly progress: number;
  readonly data: { readonly phase: string; readonly status: string };
}

/** What belongs to a job while it is under way: its document, and what its phases have yielded. */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly changes: JobChanges,
  ) {}

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  async loadDocument({ id, mediaType, documentSha256 }: Job): Promise<Document | undefined> {
    const [row] = await this.database.run(
      (manager) =>
        manager.query<{ bytes: Buffer }[]>('SELECT bytes FROM job_documents WHERE job_id = $1', [id]),
      LARGE_ANSWER_TIMEOUT_MS,
    );
    return row && { bytes: row.bytes, mediaType: mediaType as Document['mediaType'], sha256: documentSha256 };
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  async findCheckpoint(jobId: string, key: string, operation: Operation): Promise<Result | undefined> {
    const [row] = await this.database.run(
      (manager) =>
        manager.query<{ entry: string }[]>(
          'SELECT entry FROM job_checkpoints WHERE job_id = $1 AND key = $2',
          [jobId, key],
        ),
      LARGE_ANSWER_TIMEOUT_MS,
    );
    return row && decodeEntry(row.entry, operation);
  }

  /** Not of a job that is over. @throws DatabaseUnavailableError, DatabaseBusyError */
  async keepCheckpoint(jobId: string, key: string, operation: Operation, result: Result): Promise<void> {
    const entry = encodeEntry({ ...result, storedAt: Date.now() });
    await this.database.run(
      (manager) =>
        manager.query(
          `INSERT INTO job_checkpoints (job_id, key, operation, entry)
           SELECT id, $2, $3, $4 FROM jobs WHERE id = $1 AND state = 'running' ON CONFLICT DO NOTHING`,
          [jobId, key, operation, entry],
        ),
      LARGE_ANSWER_TIMEOUT_MS,
    );
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  async notePhase({ id, claims, attempts }: Job, { at, progress, data }: PhaseStep): Promise<void> {
    await this.changes.commit(async (manager, note) => {
      const [, held] = await manager.query<[unknown[], number]>(
        `UPDATE jobs SET phase = coalesce($3, phase), progress = greatest(progress, $4)
         WHERE id = $1 AND claims = $2 AND state = 'running'`,
        [id, claims, data.status === 'running' ? data.phase : null, progress],
      );
      if (held > 0) await note(id, 'phase', { attempt: attempts, ...data }, at);
    });
  }
}
