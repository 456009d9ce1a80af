import type { Logger } from 'pino';

import type { AppConfig } from '../config/index.js';
import { createLogger } from './create-logger.js';
import type { LogFile } from './files/index.js';
import { LogLevels } from './log-levels.js';
import { openOutputs } from './log-outputs.js';
import { LogStream } from './log-stream.js';
import { ACCESS } from './named-loggers.js';

/** What writes the lines of one gateway. Its loggers write whatever they are given: `levels` says what that should be. */
export interface Logging {
  readonly logger: Logger;
  readonly accessLogger: Logger;
  readonly levels: LogLevels;
  readonly files: readonly LogFile[];
}

/** The loggers, with the console and the files that the configuration names. */
export function createLogging(config: Pick<AppConfig, 'logging' | 'runtime'>): Logging {
  const { logging, runtime } = config;
  const levels = new LogLevels(config);
  // Tests are silent, and leave no files.
  const { byName: outputs, files } = runtime.testing
    ? { byName: new Map(), files: [] }
    : openOutputs(logging);
  const everyLine = { logging, runtime: { ...runtime, log_level: 'TRACE' as const } };
  const logger = createLogger(everyLine, new LogStream({ logging, outputs, levels }));
  for (const file of files) tellOfFailures(file, logger);
  return {
    logger,
    accessLogger: createLogger(everyLine, new LogStream({ logging, outputs, levels, module: ACCESS })),
    levels,
    files,
  };
}

/** Once when it begins and once when it is over: that is what the console is for. */
function tellOfFailures(file: LogFile, logger: Logger): void {
  const context = 'Logging';
  file.on('failing', ({ code }) => {
    logger.warn({ context, path: file.path, code }, 'a log file cannot be written; its lines are lost');
  });
  file.on('resumed', (lostLines) => {
    logger.info({ context, path: file.path, lostLines }, 'a log file is written again');
  });
}
