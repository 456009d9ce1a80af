import { type DynamicModule, Module } from '@nestjs/common';

import type { AppConfig } from '../config/index.js';
import { BuildInfo } from './build-info.js';
import { ConnectionMetrics } from './connection-metrics.js';
import { metricProviders } from './metric-providers.js';
import { MetricsServer } from './metrics-server.js';
import { RecentCounts } from './recent-counts.js';
import { RequestMetrics } from './request-metrics.js';

@Module({})
export class MetricsModule {
  static register({ prometheus }: AppConfig['monitoring']): DynamicModule {
    const metrics = metricProviders(prometheus.custom_metrics);
    return {
      module: MetricsModule,
      global: true,
      providers: [...metrics, BuildInfo, RequestMetrics, RecentCounts, ConnectionMetrics, MetricsServer],
      exports: [...metrics, RequestMetrics, RecentCounts, ConnectionMetrics, MetricsServer],
    };
  }
}
