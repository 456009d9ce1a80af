import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import { documentDigestSchema, ResultStore } from '../cache/index.js';
import type { Principal } from '../common/context/index.js';
import { ValidationError } from '../common/errors/index.js';

/** Forgets what it has of a document. */
export type Forgetter = (owner: string, document: string) => Promise<void>;

@Injectable()
export class DocumentsService {
  readonly #forgetters: Forgetter[] = [];

  constructor(
    private readonly results: ResultStore,
    private readonly audit: AuditLog,
  ) {}

  /** For whatever keeps something of documents; to be called before the application has started. */
  onForget(forgetter: Forgetter): void {
    this.#forgetters.push(forgetter);
  }

  /** @throws ValidationError, RedisUnavailableError, and what those throw who keep something of it */
  async forget(sha256: string, { userId: owner }: Principal, origin: AuditOrigin): Promise<void> {
    const document = requireDigest(sha256);
    // First what is under way: it would leave results behind.
    for (const forget of this.#forgetters) await forget(owner, document);
    await this.results.purge({ owner, document });
    await this.audit.record({ ...origin, action: 'document.forgotten', subject: `document:${document}` });
  }
}

function requireDigest(text: string): string {
  const digest = documentDigestSchema.safeParse(text);
  if (digest.success) return digest.data;
  throw new ValidationError([{ pointer: '/sha256', detail: 'must be a SHA-256 in hexadecimal' }]);
}
