import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { AppError, PayloadTooLargeError } from '../../../common/errors/index.js';
import type { AppConfig } from '../../../config/index.js';
import type { Document } from '../document.js';
import { inspectDocument } from '../inspect-document.js';
import { BatchError, BatchTooLargeError, BatchTooManyDocumentsError } from './batch-errors.js';
import type { Part } from './read-parts.js';
import { type Spend, unpackFile } from './unpack-file.js';
import { isZip, listFiles } from './zip-archive.js';

export type BatchLimits = Pick<AppConfig['processing'], 'max_document_bytes' | 'max_pixels'> &
  Pick<AppConfig['jobs'], 'max_batch_documents' | 'max_batch_bytes'>;

export interface BatchDocument {
  /** As the client named it, for showing only. */
  readonly fileName: string | null;
  readonly document: Document;
}

/** A document that is not taken, and the code and the detail of its problem. */
export interface RefusedDocument {
  readonly fileName: string | null;
  readonly code: string;
  readonly detail: string;
}

/** Looks into the documents of a batch, one after the other. A bad one is refused and does not spoil the others. */
export class Batch {
  readonly documents: BatchDocument[] = [];
  readonly refused: RefusedDocument[] = [];
  #bytes = 0;

  constructor(private readonly limits: BatchLimits) {}

  /** @throws BatchError: nothing of the batch is to be taken */
  async add({ fileName, bytes }: Part): Promise<void> {
    if (!bytes || !isZip(bytes)) return this.#offer(fileName, () => this.#requireSize(bytes));
    const { max_batch_documents: maxDocuments, max_document_bytes: maxBytes } = this.limits;
    const spend: Spend = (count) => {
      this.#spend(count);
    };
    for (const file of await listFiles(bytes, maxDocuments)) {
      await this.#offer(file.fileName, () => unpackFile(file, maxBytes, spend));
    }
  }

  async #offer(fileName: string | null, read: () => Buffer | Promise<Buffer>): Promise<void> {
    this.#requireRoom();
    try {
      const bytes = await read();
      const document = { ...inspectDocument(bytes, this.limits.max_pixels), sha256: hash('sha256', bytes) };
      this.documents.push({ fileName, document });
    } catch (error) {
      if (!(error instanceof AppError) || error instanceof BatchError) throw error;
      this.refused.push({ fileName, code: error.code, detail: error.message });
    }
    // Digests take a while: others get their turn between two documents.
    await nextTurn();
  }

  #requireSize(bytes: Buffer | undefined): Buffer {
    const { max_document_bytes: limit } = this.limits;
    if (!bytes) throw new PayloadTooLargeError(limit, limit + 1);
    this.#spend(bytes.length);
    return bytes;
  }

  #requireRoom(): void {
    const { max_batch_documents: limit } = this.limits;
    const count = this.documents.length + this.refused.length + 1;
    if (count > limit) throw new BatchTooManyDocumentsError(limit, count);
  }

  #spend(bytes: number): void {
    const { max_batch_bytes: limit } = this.limits;
    this.#bytes += bytes;
    if (this.#bytes > limit) throw new BatchTooLargeError(limit, this.#bytes);
  }
}
