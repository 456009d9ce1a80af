import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../auth/index.js';
import { AdminDocs } from './admin.docs.js';
import { type Stats, statsSchema } from './admin-stats.schema.js';
import { AdminStatsService } from './admin-stats.service.js';
import {
  type HistoryQuery,
  historyQuerySchema,
  type TrafficHistory,
  trafficHistorySchema,
} from './traffic/traffic-history.schema.js';
import { TrafficHistoryService } from './traffic/traffic-history.service.js';

@ApiTags('admin')
@Controller('admin/stats')
export class AdminStatsController {
  constructor(
    private readonly stats: AdminStatsService,
    private readonly history: TrafficHistoryService,
  ) {}

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

  @Get('history')
  @Header('Cache-Control', 'no-store')
  @RequireScopes('admin:read')
  @AdminDocs({
    summary: 'Traffic, errors, latency, cache and queue in each minute of the last hour',
    query: historyQuerySchema,
    response: trafficHistorySchema,
  })
  getTrafficHistory(@Query({ schema: historyQuerySchema }) query: HistoryQuery): Promise<TrafficHistory> {
    return this.history.read(query);
  }
}
