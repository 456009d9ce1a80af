import { type DynamicModule, Module } from '@nestjs/common';

import type { AppConfig } from '../config/index.js';
import { metricProviders } from './catalogue.js';
import { ConnectionMetrics } from './connection-metrics.js';
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
      providers: [...metrics, RequestMetrics, RecentCounts, ConnectionMetrics, MetricsServer],
      exports: [...metrics, RequestMetrics, RecentCounts, ConnectionMetrics, MetricsServer],
    };
  }
}
