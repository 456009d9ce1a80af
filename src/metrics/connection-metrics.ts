import type { Server } from 'node:http';

import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Gauge } from 'prom-client';

import { METRICS } from './catalogue.js';

/** Follows the open client connections of the public listener. */
@Injectable()
export class ConnectionMetrics {
  constructor(@InjectMetric(METRICS.activeConnections) private readonly connections: Gauge) {}

  watch(server: Server): void {
    server.on('connection', (socket) => {
      this.connections.inc();
      socket.once('close', () => {
        this.connections.dec();
      });
    });
  }
}
