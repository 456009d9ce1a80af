import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import { documentDigestSchema, ResultStore } from '../cache/index.js';
import type { Principal } from '../common/context/index.js';
import { ValidationError } from '../common/errors/index.js';

@Injectable()
export class DocumentsService {
  constructor(
    private readonly results: ResultStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ValidationError, RedisUnavailableError */
  async forget(sha256: string, { userId: owner }: Principal, origin: AuditOrigin): Promise<void> {
    const document = requireDigest(sha256);
    await this.results.purge({ owner, document });
    await this.audit.record({ ...origin, action: 'document.forgotten', subject: `document:${document}` });
  }
}

function requireDigest(text: string): string {
  const digest = documentDigestSchema.safeParse(text);
  if (digest.success) return digest.data;
  throw new ValidationError([{ pointer: '/sha256', detail: 'must be a SHA-256 in hexadecimal' }]);
}
