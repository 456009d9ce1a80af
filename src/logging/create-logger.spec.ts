import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../config/index.js';
import { createLogger } from './create-logger.js';

const config = loadConfig({ env: { LOG_LEVEL: 'INFO' } });

/** A logger and the lines that it wrote. */
function memoryLogger(runtime = config.runtime) {
  const lines: string[] = [];
  const output = {
    write(line: string) {
      lines.push(line);
    },
  };
  const logger = createLogger({ logging: config.logging, runtime: { ...runtime, testing: false } }, output);
  return { logger, lines };
}

describe('createLogger › secrets', () => {
  const secret = 'hunter2-hunter2';

  it.each([
    ['authorization'],
    ['proxy-authorization'],
    ['cookie'],
    ['set-cookie'],
    ['x-api-key'],
    ['password'],
    ['token'],
    ['access_token'],
    ['refresh_token'],
    ['secret'],
    ['file'],
    ['image'],
  ])('%s › is configured, and never written at any of the three depths', (name) => {
    expect(config.logging.redact).toContain(name);
    const { logger, lines } = memoryLogger();
    logger.info({ [name]: secret }, 'top');
    logger.info({ body: { [name]: secret } }, 'one below');
    logger.info({ request: { headers: { [name]: secret } } }, 'two below');
    logger.info({ request: { headers: { [name]: [secret, { deep: secret }] } } }, 'whatever the value is');
    logger.child({ [name]: secret }).warn({ list: [{ [name]: secret }] }, 'of a child');
    expect(lines).toHaveLength(5);
    expect(lines.join('')).not.toContain(secret);
    expect(lines.every((line) => line.includes('"[redacted]"'))).toBe(true);
  });

  it('are not written with the error that carries them', () => {
    const { logger, lines } = memoryLogger();
    const error = Object.assign(new Error('refused'), { password: secret, headers: { cookie: secret } });
    logger.error({ err: error }, 'failed');
    expect(lines.join('')).not.toContain(secret);
    expect(JSON.parse(lines[0]!)).toMatchObject({ err: { type: 'Error', message: 'refused' } });
  });
});

describe('createLogger › a line', () => {
  it('is one JSON object with time, level and message, whatever the text is', () => {
    const { logger, lines } = memoryLogger();
    logger.info({ path: 'a\r\n{"level":"fatal"}' }, 'two\nlines');
    expect(lines).toHaveLength(1);
    expect(lines[0]!.trimEnd()).not.toContain('\n');
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      path: 'a\r\n{"level":"fatal"}',
      msg: 'two\nlines',
    });
  });
});

describe('createLogger › levels', () => {
  it.each([
    ['TRACE', ['trace', 'debug', 'info', 'warn', 'error', 'fatal']],
    ['DEBUG', ['debug', 'info', 'warn', 'error', 'fatal']],
    ['INFO', ['info', 'warn', 'error', 'fatal']],
    ['WARNING', ['warn', 'error', 'fatal']],
    ['ERROR', ['error', 'fatal']],
    ['CRITICAL', ['fatal']],
  ] as const)('%s › writes %j', (log_level, expected) => {
    const { logger, lines } = memoryLogger({ ...config.runtime, log_level });
    for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const) logger[level](level);
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(expected);
  });
});
