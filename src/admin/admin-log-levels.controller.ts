import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { type AuditOrigin, Origin } from '../audit/index.js';
import { RequireScopes } from '../auth/index.js';
import { AdminDocs } from './admin.docs.js';
import {
  type LogLevelRequest,
  logLevelSchema,
  type LogLevelsResponse,
  logLevelsSchema,
} from './admin-log-levels.schema.js';
import { AdminLogLevelsService } from './admin-log-levels.service.js';

@ApiTags('admin')
@Controller('admin/log-level')
export class AdminLogLevelsController {
  constructor(private readonly levels: AdminLogLevelsService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({
    summary: 'Which lines are logged, module by module, on this replica',
    response: logLevelsSchema,
  })
  listLogLevels(): LogLevelsResponse {
    return this.levels.list();
  }

  @Put()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:*')
  @AdminDocs({
    summary: 'Log more or less on every replica, or go back to what is configured',
    body: logLevelSchema,
    examples: [
      {
        summary: 'All about jobs, for an hour',
        value: { level: 'DEBUG', module: 'Jobs', for_seconds: 3600 },
      },
      { summary: 'What is configured, everywhere', value: { level: null } },
    ],
    response: logLevelsSchema,
  })
  setLogLevel(
    @Body({ schema: logLevelSchema }) body: LogLevelRequest,
    @Origin() origin: AuditOrigin,
  ): Promise<LogLevelsResponse> {
    return this.levels.set(body, origin);
  }
}
