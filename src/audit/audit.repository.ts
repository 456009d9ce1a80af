import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';

import { Database } from '../database/index.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditAction } from './audit-event.js';

export interface AuditPosition {
  readonly at: Date;
  readonly id: string;
}

export interface AuditFilter {
  readonly action?: AuditAction | undefined;
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  /** Inclusive. */
  readonly from?: Date | undefined;
  /** Exclusive. */
  readonly to?: Date | undefined;
  /** Only entries older than this one. */
  readonly cursor?: AuditPosition | undefined;
  readonly limit: number;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** Stores what is not there yet. */
  async append(entries: readonly AuditEntry[]): Promise<void> {
    await this.database.run((manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(AuditEntry)
        .values([...entries])
        .orIgnore()
        .execute(),
    );
  }

  /** @returns the newest first, and one more than `limit` when there are more */
  find(filter: AuditFilter): Promise<AuditEntry[]> {
    return this.database.run((manager) => {
      const query = manager.createQueryBuilder(AuditEntry, 'entry');
      return narrow(query, filter)
        .orderBy('entry.at', 'DESC')
        .addOrderBy('entry.id', 'DESC')
        .limit(filter.limit + 1)
        .getMany();
    });
  }
}

function narrow(query: SelectQueryBuilder<AuditEntry>, filter: AuditFilter): SelectQueryBuilder<AuditEntry> {
  const { action, actor, subject, from, to, cursor } = filter;
  if (action) query.andWhere('entry.action = :action', { action });
  if (actor) query.andWhere('entry.actorId = :actor', { actor });
  if (subject) query.andWhere('entry.subject = :subject', { subject });
  if (from) query.andWhere('entry.at >= :from', { from });
  if (to) query.andWhere('entry.at < :to', { to });
  if (cursor) query.andWhere('(entry.at, entry.id) < (:at, :id)', cursor);
  return query;
}
