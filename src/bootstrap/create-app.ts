import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';

import { AppModule } from '../app.module.js';
import type { AppConfig } from '../config/index.js';
import { FrameworkLogger, createLogging } from '../logging/index.js';
import { configureApp } from './configure-app.js';
import { GatewayHttpAdapter } from './http-adapter.js';

/** The whole gateway, not yet listening: main and every end-to-end test start here. */
export async function createApp(config: AppConfig): Promise<NestExpressApplication> {
  const logging = createLogging(config);
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.register(config, logging),
    new GatewayHttpAdapter(config.server),
    {
      bodyParser: false,
      bufferLogs: true,
      abortOnError: false,
      routeConflictPolicy: { duplicate: 'error', shadow: 'error' },
    },
  );
  app.useLogger(app.get(FrameworkLogger));
  return configureApp(app, config, logging);
}
