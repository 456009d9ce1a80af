import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { loadConfig } from '../config/index.js';
import { LEVEL_NUMBERS, type LevelName } from './levels.js';
import { LogLevels } from './log-levels.js';

const LEVELS = Object.keys(LEVEL_NUMBERS) as LevelName[];

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

function levelsOf(env: Record<string, string> = {}): LogLevels {
  return new LogLevels(loadConfig({ env: { LOG_LEVEL: 'INFO', ...env } }));
}

/** The lowest level that is written. */
function lowest(levels: LogLevels, module: string): LevelName | undefined {
  return LEVELS.find((level) => levels.passes(module, LEVEL_NUMBERS[level]));
}

describe('LogLevels › as configured', () => {
  it.each([
    ['LOG_LEVEL is the floor', { LOG_LEVEL: 'WARNING' }, 'Jobs', 'WARNING'],
    ['the level of iris.api_gateway', { LOG_LEVEL: 'TRACE' }, 'Jobs', 'DEBUG'],
    ['the level of uvicorn for requests', { LOG_LEVEL: 'TRACE' }, 'access', 'INFO'],
    ['the level of root for the framework', { LOG_LEVEL: 'TRACE' }, 'RoutesResolver', 'INFO'],
    [
      'the silence of loggers that are not named',
      { IRIS__logging__disable_existing_loggers: 'true' },
      'RoutesResolver',
      undefined,
    ],
  ] as const)('%s', (_what, env, module, expected) => {
    expect(lowest(levelsOf(env), module)).toBe(expected);
  });

  it('prefers the name that is longest', () => {
    const config = loadConfig({ env: { LOG_LEVEL: 'DEBUG' } });
    const jobs = { level: 'ERROR', handlers: ['file'], propagate: false } as const;
    const loggers = { ...config.logging.loggers, 'iris.api_gateway.Jobs': jobs };
    const levels = new LogLevels({ ...config, logging: { ...config.logging, loggers } });
    expect(lowest(levels, 'Jobs')).toBe('ERROR');
    expect(lowest(levels, 'Redis')).toBe('DEBUG');
  });
});

describe('LogLevels › set while running', () => {
  it('holds for one module, below LOG_LEVEL too', () => {
    const levels = levelsOf();
    levels.set('Jobs', 'TRACE');
    expect(lowest(levels, 'Jobs')).toBe('TRACE');
    expect(lowest(levels, 'Redis')).toBe('INFO');
    expect(levels.isOverridden('Redis')).toBe(false);
  });

  it('holds with * for every module, but for those that were set by name', () => {
    const levels = levelsOf();
    expect(lowest(levels, 'Redis')).toBe('INFO');
    levels.set('Jobs', 'ERROR');
    levels.set('*', 'DEBUG');
    expect(['Jobs', 'Redis', 'access'].map((module) => lowest(levels, module))).toEqual([
      'ERROR',
      'DEBUG',
      'DEBUG',
    ]);
    levels.reset('*');
    expect(lowest(levels, 'Redis')).toBe('INFO');
  });

  it('ends by itself, and a later one counts its own time', () => {
    const levels = levelsOf();
    levels.set('Jobs', 'DEBUG', 60_000);
    jest.advanceTimersByTime(59_000);
    levels.set('Jobs', 'TRACE', 60_000);
    jest.advanceTimersByTime(59_999);
    expect(lowest(levels, 'Jobs')).toBe('TRACE');
    jest.advanceTimersByTime(1);
    expect(lowest(levels, 'Jobs')).toBe('INFO');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is listed with its end', () => {
    jest.setSystemTime(new Date('2026-01-01T00:00:00Z'));
    const levels = levelsOf();
    levels.set('Jobs', 'DEBUG', 60_000);
    levels.passes('Redis', LEVEL_NUMBERS.INFO);
    expect(levels.list()).toEqual([
      { module: '*', level: 'INFO', overridden: false, until: undefined },
      { module: 'Jobs', level: 'DEBUG', overridden: true, until: new Date('2026-01-01T00:01:00Z') },
      { module: 'Redis', level: 'INFO', overridden: false, until: undefined },
      { module: 'access', level: 'INFO', overridden: false, until: undefined },
    ]);
  });

  it('takes no longer time than a timer can, and does not end at once instead', () => {
    const levels = levelsOf();
    levels.set('Jobs', 'DEBUG', 2 ** 40);
    jest.advanceTimersByTime(1000);
    expect(lowest(levels, 'Jobs')).toBe('DEBUG');
  });
});
