import { Injectable } from '@nestjs/common';

import { Janitor } from '../common/timing/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { Database } from '../database/index.js';

const EVERY_MS = 60_000;
const BATCH = 500;

/** Deletes results, documents and jobs whose time is over. */
@Injectable()
export class JobSweeper extends Janitor {
  constructor(
    private readonly database: Database,
    @InjectConfig('jobs') private readonly config: AppConfig['jobs'],
  ) {
    super({
      name: 'Jobs',
      everyMs: EVERY_MS,
      complaint: 'What is out of date could not be deleted; the next attempt is in a minute',
    });
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError */
  override async clean(): Promise<void> {
    const { result_retention_hours: hours, history_days: days } = this.config;
    await this.#forget('job_results', 'expires_at <= now()');
    // Only those that were given up still have one.
    const isOver = `finished_at <= now() - interval '1 hour' * ${hours}`;
    await this.#forget('job_documents', isOver);
    await this.#forget('job_checkpoints', isOver);
    await this.#repeat(
      `DELETE FROM jobs WHERE id IN (
         SELECT id FROM jobs WHERE finished_at <= now() - interval '1 day' * ${days} LIMIT ${BATCH})`,
    );
  }

  /** @param condition on the job that it belongs to */
  async #forget(table: string, condition: string): Promise<void> {
    await this.#repeat(
      `DELETE FROM ${table} WHERE job_id IN (
         SELECT id FROM jobs JOIN ${table} ON job_id = id WHERE ${condition} LIMIT ${BATCH})`,
    );
  }

  async #repeat(statement: string): Promise<void> {
    let deleted = BATCH;
    while (deleted >= BATCH) {
      [, deleted] = await this.database.run((manager) => manager.query<[unknown[], number]>(statement));
    }
  }
}
