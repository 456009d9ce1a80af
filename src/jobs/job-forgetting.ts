import { Injectable } from '@nestjs/common';

import { Database } from '../database/index.js';
import { Idempotency } from '../idempotency/index.js';
import { DocumentsService } from '../pipeline/index.js';
import { JobCancellation } from './job-cancellation.js';

/** Jobs keep documents and what was made of them: when a document is forgotten, they do so too. */
@Injectable()
export class JobForgetting {
  constructor(
    documents: DocumentsService,
    private readonly database: Database,
    private readonly cancellation: JobCancellation,
    private readonly idempotency: Idempotency,
  ) {
    documents.onForget((owner, document) => this.#forget(owner, document));
  }

  /** @throws DatabaseUnavailableError, DatabaseBusyError, QueueUnavailableError: it is not sure that all is gone */
  async #forget(owner: string, document: string): Promise<void> {
    for (const id of await this.#unfinished(owner, document))
      await this.cancellation.cancelIfUnfinished(id, owner);
    await this.database.transaction(async (manager) => {
      const ofIt = 'job_id IN (SELECT id FROM jobs WHERE owner_id = $1 AND document_sha256 = $2)';
      for (const table of ['job_results', 'job_documents', 'job_checkpoints']) {
        await manager.query(`DELETE FROM ${table} WHERE ${ofIt}`, [owner, document]);
      }
      await manager.query(
        `UPDATE jobs SET file_name = NULL, is_dead = false, expires_at = least(expires_at, now())
         WHERE owner_id = $1 AND document_sha256 = $2`,
        [owner, document],
      );
    });
    await this.idempotency.forget(owner, document);
  }

  async #unfinished(owner: string, document: string): Promise<string[]> {
    const rows = await this.database.run((manager) =>
      manager.query<{ id: string }[]>(
        "SELECT id FROM jobs WHERE owner_id = $1 AND document_sha256 = $2 AND state IN ('queued', 'running')",
        [owner, document],
      ),
    );
    return rows.map(({ id }) => id);
  }
}
