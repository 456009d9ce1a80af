import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { type AuditAction, type AuditDetails, AuditLog, type AuditOrigin } from '../audit/index.js';
import { grants, type Principal, type Scope } from '../common/context/index.js';
import { type Page, toPage } from '../common/paging/index.js';
import { ApiKeyNotFoundError, ScopeNotHeldError } from './api-key-errors.js';
import { ApiKeyEvents } from './api-key-events.js';
import type { ApiKey } from './api-key.entity.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import {
  type ApiKeyQuery,
  type ApiKeyResponse,
  type NewApiKeyRequest,
  type RotationRequest,
  type ShownApiKey,
  toApiKeyResponse,
} from './api-keys.schema.js';
import { makeKey, type MadeKey, makeSuccessor } from './make-key.js';

const idSchema = z.uuid();

/** What users do with their API keys. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly keys: ApiKeysRepository,
    private readonly events: ApiKeyEvents,
    private readonly audit: AuditLog,
  ) {}

  /** @throws ScopeNotHeldError, ApiKeyLimitError */
  async create(principal: Principal, request: NewApiKeyRequest, origin: AuditOrigin): Promise<ShownApiKey> {
    const { name, scopes, rate_limit: rateLimit, expires_at: expiry } = request;
    this.#requireHeld(principal, scopes, origin);
    const expiresAt = expiry === null ? null : new Date(expiry);
    const made = makeKey({ userId: principal.userId, name, scopes, rateLimit, expiresAt });
    await this.keys.insert(made.key);
    await this.#record('api_key.created', made.key.id, origin, { name, scopes: scopes.join(' ') });
    return toShown(made);
  }

  async list({ userId }: Principal, { limit, cursor }: ApiKeyQuery): Promise<Page<ApiKeyResponse>> {
    return toPage(await this.keys.find(userId, limit, cursor), limit, toPosition, toApiKeyResponse);
  }

  /** @throws ApiKeyNotFoundError */
  async get({ userId }: Principal, id: string): Promise<ApiKeyResponse> {
    return toApiKeyResponse(await this.keys.get(userId, requireId(id)));
  }

  /** @throws ApiKeyNotFoundError, ApiKeyNotActiveError, ApiKeyLimitError */
  async rotate(
    { userId }: Principal,
    id: string,
    { overlap_seconds: overlap }: RotationRequest,
    origin: AuditOrigin,
  ): Promise<ShownApiKey> {
    const successor = await this.keys.rotate(userId, requireId(id), (key) => ({
      successor: makeSuccessor(key),
      endsAt: earlier(key.expiresAt, new Date(Date.now() + overlap * 1000)),
    }));
    await this.events.changed(id);
    const details = { replaced_by: successor.key.id, overlap_seconds: overlap };
    await this.#record('api_key.rotated', id, origin, details);
    return toShown(successor);
  }

  /**
   * Can be repeated: when the other replicas could not be told, that is made up for.
   * @throws ApiKeyNotFoundError
   */
  async revoke({ userId }: Principal, id: string, origin: AuditOrigin): Promise<void> {
    const isFirst = await this.keys.revoke(userId, requireId(id));
    await this.events.changed(id);
    if (isFirst) await this.#record('api_key.revoked', id, origin);
  }

  #requireHeld({ scopes: held }: Principal, wanted: readonly Scope[], origin: AuditOrigin): void {
    const missing = wanted.filter((scope) => !grants(held, scope));
    if (missing.length === 0) return;
    const error = new ScopeNotHeldError(missing);
    const details = { code: error.code, scopes: missing.join(' ') };
    void this.audit.record({ ...origin, action: 'access.denied', details });
    throw error;
  }

  #record(action: AuditAction, id: string, origin: AuditOrigin, details?: AuditDetails): Promise<void> {
    return this.audit.record({ ...origin, action, subject: `api_key:${id}`, ...(details && { details }) });
  }
}

function requireId(text: string): string {
  if (!idSchema.safeParse(text).success) throw new ApiKeyNotFoundError();
  return text;
}

function earlier(one: Date | null, other: Date): Date {
  return one !== null && one < other ? one : other;
}

function toPosition({ id, createdAt }: ApiKey): { id: string; createdAt: Date } {
  return { id, createdAt };
}

function toShown({ key, text }: MadeKey): ShownApiKey {
  return { ...toApiKeyResponse(key), key: text };
}
