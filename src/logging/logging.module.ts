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
      imports: [LoggerModule.forRoot({ pinoHttp: { logger }, useExisting: true })],
      providers: [FrameworkLogger],
      exports: [FrameworkLogger],
    };
  }
}
