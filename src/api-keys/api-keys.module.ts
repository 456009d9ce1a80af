import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { RedisModule } from '../redis/index.js';
import { ApiKeyEvents } from './api-key-events.js';
import { ApiKeyLookup } from './api-key-lookup.js';
import { ApiKeyVerifier } from './api-key-verifier.js';
import { ApiKey } from './api-key.entity.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysService } from './api-keys.service.js';
import { KeyUses } from './key-uses.js';
import { KnownKeys } from './known-keys.js';

/** Credentials of machines. */
@Module({
  imports: [DatabaseModule, TypeOrmModule.forFeature([ApiKey]), AuditModule, RedisModule],
  controllers: [ApiKeysController],
  providers: [
    ApiKeysRepository,
    KnownKeys,
    ApiKeyEvents,
    KeyUses,
    ApiKeyVerifier,
    ApiKeyLookup,
    ApiKeysService,
  ],
  exports: [ApiKeyVerifier, ApiKeyLookup],
})
export class ApiKeysModule {}
