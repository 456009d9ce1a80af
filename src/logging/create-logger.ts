import { type DestinationStream, type Logger, pino } from 'pino';

import { currentRequest } from '../common/context/index.js';
import type { AppConfig } from '../config/index.js';
import { PINO_LEVELS } from './levels.js';
import { redactPaths } from './redact-paths.js';
import { serializeError } from './serialize-error.js';

/**
 * A logger that writes one JSON object per line.
 * @param output where the lines go
 */
export function createLogger(
  { logging, runtime }: Pick<AppConfig, 'logging' | 'runtime'>,
  output: DestinationStream,
): Logger {
  return pino(
    {
      level: runtime.testing ? 'silent' : PINO_LEVELS[runtime.log_level],
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: requestFields,
      serializers: { err: (error: unknown) => serializeError(error) },
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
