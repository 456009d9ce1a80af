import { type DynamicModule, Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';

import { FrameworkLogger } from './framework-logger.js';

/** Lets Nest's loggers write to ours; inside a request their lines carry the request id. */
@Module({})
export class LoggingModule {
  static register(logger: Logger): DynamicModule {
    return {
      module: LoggingModule,
      // No middleware: a child logger per request costs more than the line that it may never write.
      imports: [LoggerModule.forRoot({ pinoHttp: { logger }, useExisting: true, forRoutes: [] })],
      providers: [FrameworkLogger],
      exports: [FrameworkLogger],
    };
  }
}
