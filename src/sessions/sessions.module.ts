import { Module } from '@nestjs/common';

import { AuditModule } from '../audit/index.js';
import { DatabaseModule } from '../database/index.js';
import { RedisModule } from '../redis/index.js';
import { RefreshRepository } from './refresh.repository.js';
import { RefreshService } from './refresh.service.js';
import { SessionCache } from './session-cache.js';
import { SessionCheck } from './session-check.js';
import { SessionEvents } from './session-events.js';
import { SessionJanitor } from './session-janitor.js';
import { SessionRegistry } from './session-registry.js';
import { SessionStandings } from './session-standings.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

@Module({
  imports: [DatabaseModule, RedisModule, AuditModule],
  providers: [
    SessionsRepository,
    RefreshRepository,
    SessionStandings,
    SessionCache,
    SessionEvents,
    SessionCheck,
    SessionsService,
    RefreshService,
    SessionRegistry,
    SessionJanitor,
  ],
  exports: [SessionCheck, SessionsService, RefreshService, SessionRegistry],
})
export class SessionsModule {}
