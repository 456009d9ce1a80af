import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';

import { type AuditOrigin, Origin } from '../audit/index.js';
import type { Principal } from '../common/context/index.js';
import { CurrentPrincipal } from '../common/http/index.js';
import type { Page } from '../common/paging/index.js';
import { DatabaseDocs } from '../database/index.js';
import {
  apiKeyIdSchema,
  apiKeyPageSchema,
  type ApiKeyQuery,
  apiKeyQuerySchema,
  type ApiKeyResponse,
  apiKeyResponseSchema,
  type NewApiKeyRequest,
  newApiKeySchema,
  type RotationRequest,
  rotationSchema,
  type ShownApiKey,
  shownApiKeySchema,
} from './api-keys.schema.js';
import { ApiKeysService } from './api-keys.service.js';

const KEY_ID = { id: apiKeyIdSchema };
const UNKNOWN = { 404: 'No such key: `API_KEY_NOT_FOUND`' };
const INVALID = { 422: 'Bad values: `VALIDATION_FAILED`, with `errors[].pointer`' };

/** One's own keys. No route names a scope, so that none of them takes an API key: a key makes no keys. */
@ApiTags('api keys')
@ApiBearerAuth()
@Controller('auth/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Make an API key, which is shown in this answer only',
    status: 201,
    body: newApiKeySchema,
    examples: [
      {
        summary: 'A key for a program that processes documents',
        value: {
          name: 'nightly import',
          scopes: ['documents:process', 'documents:read'],
          rate_limit: '100/hour',
        },
      },
      {
        summary: 'A key with an end',
        value: { name: 'audit', scopes: ['documents:read'], expires_at: '2099-12-31T00:00:00Z' },
      },
    ],
    response: shownApiKeySchema,
    refusals: {
      403: 'A scope that you do not have yourself: `SCOPE_NOT_HELD`',
      409: 'Too many keys, with `limit`: `API_KEY_LIMIT`',
      ...INVALID,
    },
  })
  createApiKey(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newApiKeySchema }) body: NewApiKeyRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<ShownApiKey> {
    return this.keys.create(principal, body, origin);
  }

  @Get()
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Your API keys, the newest first, those that have ended included',
    query: apiKeyQuerySchema,
    response: apiKeyPageSchema,
    refusals: INVALID,
  })
  listApiKeys(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: apiKeyQuerySchema }) query: ApiKeyQuery,
  ): Promise<Page<ApiKeyResponse>> {
    return this.keys.list(principal, query);
  }

  @Get(':id')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'One of your API keys',
    params: KEY_ID,
    response: apiKeyResponseSchema,
    refusals: UNKNOWN,
  })
  getApiKey(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<ApiKeyResponse> {
    return this.keys.get(principal, id);
  }

  @Post(':id/rotate')
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({
    summary: 'Make the key that follows; the former one goes on working for a while',
    params: KEY_ID,
    status: 201,
    body: rotationSchema,
    examples: [{ summary: 'The former key works for an hour more', value: { overlap_seconds: 3600 } }],
    response: shownApiKeySchema,
    refusals: {
      ...UNKNOWN,
      409: 'The key has ended, or has been rotated already: `API_KEY_NOT_ACTIVE`',
      ...INVALID,
    },
  })
  rotateApiKey(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: rotationSchema }) body: RotationRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<ShownApiKey> {
    return this.keys.rotate(principal, id, body, origin);
  }

  @Delete(':id')
  @HttpCode(204)
  @Header('Cache-Control', 'no-store')
  @DatabaseDocs({ summary: 'Revoke an API key', params: KEY_ID, status: 204, refusals: UNKNOWN })
  revokeApiKey(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Origin() origin: AuditOrigin,
  ): Promise<void> {
    return this.keys.revoke(principal, id, origin);
  }
}
