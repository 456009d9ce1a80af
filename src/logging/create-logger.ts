import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import pretty from 'pino-pretty';

import { currentRequest } from '../common/context/index.js';
import type { AppConfig } from '../config/index.js';
import { LineBuffer } from './line-buffer.js';
import { redactPaths } from './redact-paths.js';

type LevelName = AppConfig['runtime']['log_level'];

/** The seed page speaks Python's level names. */
const PINO_LEVELS: Readonly<Record<LevelName, string>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARNING: 'warn',
  ERROR: 'error',
  CRITICAL: 'fatal',
};

/**
 * The root logger: readable for people in development, one JSON object per line in production.
 * @param output where the lines go; standard output unless said otherwise
 */
export function createLogger(
  { logging, runtime }: Pick<AppConfig, 'logging' | 'runtime'>,
  output: DestinationStream = standardOutput(logging),
): Logger {
  return pino(
    {
      level: runtime.testing ? 'silent' : PINO_LEVELS[runtime.log_level],
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: requestFields,
      serializers: { err: stdSerializers.err },
      redact: { paths: redactPaths(logging.redact), censor: '[redacted]' },
    },
    output,
  );
}

/** Inside a request its lines carry its id. */
function requestFields(): object {
  const context = currentRequest.getStore();
  return context ? { requestId: context.requestId } : {};
}

function standardOutput({ formatters, handlers }: AppConfig['logging']): DestinationStream {
  const isReadable = handlers.console && formatters[handlers.console.formatter]?.['()'] === 'text';
  return isReadable
    ? pretty({ singleLine: true, ignore: 'requestId', translateTime: 'SYS:yyyy-mm-dd HH:MM:ss' })
    : new LineBuffer();
}
