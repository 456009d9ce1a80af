import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../auth/index.js';
import { AdminDocs } from './admin.docs.js';
import { type Stats, statsSchema } from './admin-stats.schema.js';
import { AdminStatsService } from './admin-stats.service.js';

@ApiTags('admin')
@Controller('admin/stats')
export class AdminStatsController {
  constructor(private readonly stats: AdminStatsService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({
    summary: 'Traffic, errors and latency of this replica, since its start and lately; jobs of all',
    response: statsSchema,
  })
  getStats(): Promise<Stats> {
    return this.stats.read();
  }
}
