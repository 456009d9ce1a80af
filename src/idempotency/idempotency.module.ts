import { Module } from '@nestjs/common';

import { DatabaseModule } from '../database/index.js';
import { ClaimLeases } from './claim-leases.js';
import { IdempotencyJanitor } from './idempotency-janitor.js';
import { Idempotency } from './idempotency.js';
import { IdempotencyRepository } from './idempotency.repository.js';

@Module({
  imports: [DatabaseModule],
  providers: [IdempotencyRepository, ClaimLeases, Idempotency, IdempotencyJanitor],
  exports: [Idempotency],
})
export class IdempotencyModule {}
