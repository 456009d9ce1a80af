import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../config/index.js';
import { createLogger } from './create-logger.js';
import { LogLevels } from './log-levels.js';
import type { LogOutput } from './log-outputs.js';
import { LogStream } from './log-stream.js';

const config = loadConfig({ env: { LOG_LEVEL: 'TRACE' } });

/** What each output of the seed's page was given. */
function streams() {
  const written: Record<string, string[]> = { console: [], file: [], error_file: [] };
  const output = (name: string, level: number): [string, LogOutput] => [
    name,
    {
      level,
      isConsole: name === 'console',
      write: (line) => written[name]?.push((JSON.parse(line) as { msg: string }).msg),
      flushSync: () => undefined,
    },
  ];
  const outputs = new Map([output('console', 30), output('file', 20), output('error_file', 50)]);
  const levels = new LogLevels(config);
  const loggerOf = (module?: string) => {
    const options = { logging: config.logging, outputs, levels };
    return createLogger(config, new LogStream(module === undefined ? options : { ...options, module }));
  };
  return { written, levels, logger: loggerOf(), access: loggerOf('access') };
}

describe('LogStream', () => {
  it('hands a line to the outputs of its module whose level it has', () => {
    const { written, logger, access } = streams();
    logger.debug({ context: 'Jobs' }, 'debug of jobs');
    logger.info({ context: 'Jobs' }, 'info of jobs');
    logger.error({ context: 'Jobs' }, 'error of jobs');
    logger.error({ context: 'RoutesResolver' }, 'error of the framework');
    access.error('error of a request');
    expect(written).toEqual({
      console: ['info of jobs', 'error of jobs', 'error of the framework', 'error of a request'],
      file: ['debug of jobs', 'info of jobs', 'error of jobs', 'error of a request'],
      error_file: ['error of jobs'],
    });
  });

  it('shows on the console what somebody has asked for, and only that', () => {
    const { written, levels, logger } = streams();
    levels.set('Jobs', 'TRACE');
    logger.trace({ context: 'Jobs' }, 'trace of jobs');
    logger.debug({ context: 'Redis' }, 'debug of redis');
    expect(written).toEqual({ console: ['trace of jobs'], file: ['debug of redis'], error_file: [] });
  });
});
