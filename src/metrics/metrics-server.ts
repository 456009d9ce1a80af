import { type INestApplication, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PrometheusModule } from '@willsoto/nestjs-prometheus';

import { type AppConfig, InjectConfig } from '../config/index.js';

/**
 * A second, tiny listener: metrics are for the cluster's network, never for the public port, and they must
 * answer while the public one is overloaded or draining.
 */
@Injectable()
export class MetricsServer implements OnApplicationShutdown {
  #app: INestApplication | undefined;

  constructor(
    @InjectConfig('monitoring') private readonly monitoring: AppConfig['monitoring'],
    @InjectConfig('server') private readonly server: AppConfig['server'],
  ) {}

  /** @returns the URL of the metrics, or undefined when they are switched off */
  async listen(): Promise<string | undefined> {
    const { enabled, port, path } = this.monitoring.prometheus;
    if (!enabled) return undefined;
    this.#app = await NestFactory.create(PrometheusModule.register({ path }));
    await this.#app.listen(port, this.server.host);
    return new URL(path, await this.#app.getUrl()).href;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#app?.close();
  }
}
