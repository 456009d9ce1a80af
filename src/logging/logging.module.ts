import { type DynamicModule, Module } from '@nestjs/common';
import { getToken } from '@willsoto/nestjs-prometheus';
import { LoggerModule } from 'nestjs-pino';
import type { Logger } from 'pino';
import type { Options as PinoHttpOptions } from 'pino-http';
import type { Counter } from 'prom-client';

import { METRICS } from '../metrics/index.js';
import type { Logging } from './create-logging.js';
import { FrameworkLogger } from './framework-logger.js';
import { LogFiles } from './log-files.js';
import { LogLevels } from './log-levels.js';
import { serializeError } from './serialize-error.js';

/** The library puts its own serializers before those of a logger, and the one for errors tells everything. */
function options(logger: Logger): PinoHttpOptions {
  return { logger, wrapSerializers: false, serializers: { err: (error: unknown) => serializeError(error) } };
}

/** Lets Nest's loggers write to ours; inside a request their lines carry the request id. */
@Module({})
export class LoggingModule {
  // No middleware: a child logger per request costs more than the line that it may never write.
  static register({ logger, levels, files }: Logging): DynamicModule {
    return {
      module: LoggingModule,
      global: true,
      imports: [LoggerModule.forRoot({ pinoHttp: options(logger), useExisting: true, forRoutes: [] })],
      providers: [
        FrameworkLogger,
        { provide: LogLevels, useValue: levels },
        {
          provide: LogFiles,
          useFactory: (errors: Counter) => new LogFiles(files, errors),
          inject: [getToken(METRICS.logWriteErrors)],
        },
      ],
      exports: [FrameworkLogger, LogLevels],
    };
  }
}
