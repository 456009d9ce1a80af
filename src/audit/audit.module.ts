import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';

import { DatabaseModule } from '../database/index.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditLog } from './audit-log.js';
import { AuditWriter } from './audit-writer.js';
import { AuditRepository } from './audit.repository.js';

@Module({
  imports: [DatabaseModule, TypeOrmModule.forFeature([AuditEntry])],
  providers: [AuditRepository, AuditWriter, AuditLog],
  exports: [AuditLog],
})
export class AuditModule {}
