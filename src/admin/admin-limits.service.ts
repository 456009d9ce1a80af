import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import { type LimitSubject, SubjectLimits, toLimitResponse, toLimitsResponse } from '../rate-limit/index.js';
import { UsersService } from '../users/index.js';
import type { LimitSubjectName, NearLimitsResponse, SubjectLimitsResponse } from './admin-limits.schema.js';
import { PrincipalLookup } from './principal-lookup.js';

const MAX_NEAR = 50;

/** The limits of a user, a key or an address. */
@Injectable()
export class AdminLimitsService {
  constructor(
    private readonly limits: SubjectLimits,
    private readonly principals: PrincipalLookup,
    private readonly users: UsersService,
    private readonly audit: AuditLog,
  ) {}

  /** Who has used half of a limit or more, as far as they have called this replica. */
  async listNear(): Promise<NearLimitsResponse> {
    const near = await this.limits.near(MAX_NEAR);
    const ids = near.flatMap(({ userId }) => userId ?? []);
    // Whoever is at a limit must be seen also while the database is away.
    const emails = await this.users.emailsOf(ids).catch(() => new Map<string, string>());
    const items = near.map(({ subject, userId, standing }) => ({
      subject,
      email: emails.get(userId ?? '') ?? null,
      limit: toLimitResponse(standing),
    }));
    return { items };
  }

  /** @throws PrincipalNotFoundError */
  async look(name: LimitSubjectName): Promise<SubjectLimitsResponse> {
    return this.#describe(name, await this.#subjectOf(name));
  }

  /** @throws PrincipalNotFoundError, RedisUnavailableError */
  async reset(name: LimitSubjectName, origin: AuditOrigin): Promise<SubjectLimitsResponse> {
    const subject = await this.#subjectOf(name);
    const before = await this.limits.reset(subject);
    const used = before.map(({ limit, remaining }) => [limit.name, limit.units - remaining] as const);
    const audited = name.kind === 'key' ? `api_key:${name.id}` : textOf(name);
    await this.audit.record({
      ...origin,
      action: 'rate_limit.reset',
      subject: audited,
      details: Object.fromEntries(used),
    });
    return this.#describe(name, subject);
  }

  async #describe(name: LimitSubjectName, subject: LimitSubject): Promise<SubjectLimitsResponse> {
    return { subject: textOf(name), ...toLimitsResponse(await this.limits.look(subject)) };
  }

  async #subjectOf(name: LimitSubjectName): Promise<LimitSubject> {
    if (name.kind === 'ip') return name;
    if (name.kind === 'user') {
      await this.principals.user(name.id);
      return name;
    }
    const { credential } = (await this.principals.key(name.id)).principal;
    return { ...name, rateLimit: credential.kind === 'api_key' ? credential.rateLimit : undefined };
  }
}

function textOf(name: LimitSubjectName): string {
  return name.kind === 'ip' ? `ip:${name.address}` : `${name.kind}:${name.id}`;
}
