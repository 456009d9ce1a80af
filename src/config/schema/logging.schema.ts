import { z } from 'zod';

const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;

/** Names on the seed page (Python's) → ours, so that its page can be pasted as it is. */
const ALIASES: Readonly<Record<string, string>> = {
  WARN: 'WARNING',
  FATAL: 'CRITICAL',
  'pythonjsonlogger.jsonlogger.JsonFormatter': 'json',
  'logging.Formatter': 'text',
  'logging.StreamHandler': 'stream',
  'logging.FileHandler': 'rotating_file',
  'logging.handlers.RotatingFileHandler': 'rotating_file',
  'ext://sys.stdout': 'stdout',
  'ext://sys.stderr': 'stderr',
};

function resolveAlias(value: unknown): unknown {
  return typeof value === 'string' ? (ALIASES[value] ?? value) : value;
}

export const logLevel = z.preprocess(
  (value) => resolveAlias(typeof value === 'string' ? value.toUpperCase() : value),
  z.enum(LEVELS),
);

const level = logLevel.default('INFO').meta({ description: 'Lowest level that passes.' });
const handlerNames = z.array(z.string()).meta({ description: 'Names of `handlers`.' });

const formatter = z.strictObject({
  '()': z
    .preprocess(resolveAlias, z.enum(['text', 'json']))
    .default('text')
    .meta({ description: '`text` for people, `json` for machines: one object per line.' }),
  format: z
    .string()
    .default('')
    .meta({ description: 'The fields of a line, by their Python names: asctime, levelname, name, message.' }),
  style: z
    .enum(['%', '{'])
    .optional()
    .meta({ description: 'How `format` marks a field: %(name)s or {name}.' }),
  datefmt: z.string().optional().meta({ description: 'How `asctime` is written (strftime).' }),
});

const handler = z.strictObject({
  class: z
    .preprocess(resolveAlias, z.enum(['stream', 'rotating_file']))
    .meta({ description: '`stream` writes to a standard stream, `rotating_file` to a file.' }),
  level,
  formatter: z.string().meta({ description: 'Name of one of `formatters`.' }),
  stream: z
    .preprocess(resolveAlias, z.enum(['stdout', 'stderr']))
    .optional()
    .meta({ description: 'For `stream`: stdout (default) or stderr.' }),
  filename: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'For `rotating_file`: where; a relative name is placed under `log_dir`.' }),
  maxBytes: z.int().min(1024).optional().meta({ description: 'Bytes after which the file is rotated.' }),
  backupCount: z.int().min(0).optional().meta({ description: 'Rotated files that are kept.' }),
});

const logger = z.strictObject({
  level,
  handlers: handlerNames,
  propagate: z.boolean().default(false).meta({ description: 'Whether `root` gets the line too.' }),
});

const rotation = { class: 'rotating_file', formatter: 'json', maxBytes: 10_485_760 } as const;

export const loggingSchema = z
  .strictObject({
    version: z.literal(1).default(1).meta({ description: 'Version of this structure; always 1.' }),
    disable_existing_loggers: z
      .boolean()
      .default(false)
      .meta({ description: 'Silences loggers that are not named here.' }),
    formatters: z.record(z.string(), formatter).default({
      detailed: {
        '()': 'text',
        format: '[{asctime}] {levelname} [{name}:{lineno}] {message}',
        style: '{',
        datefmt: '%Y-%m-%d %H:%M:%S',
      },
      json: { '()': 'json', format: '%(asctime)s %(name)s %(levelname)s %(message)s' },
    }),
    handlers: z.record(z.string(), handler).default({
      console: { class: 'stream', level: 'INFO', formatter: 'detailed', stream: 'stdout' },
      file: { ...rotation, level: 'DEBUG', filename: 'api-gateway.log', backupCount: 5 },
      error_file: { ...rotation, level: 'ERROR', filename: 'api-gateway-errors.log', backupCount: 3 },
    }),
    loggers: z.record(z.string(), logger).default({
      'iris.api_gateway': {
        level: 'DEBUG',
        handlers: ['console', 'file', 'error_file'],
        propagate: false,
      },
      uvicorn: { level: 'INFO', handlers: ['console', 'file'], propagate: false },
    }),
    root: z
      .strictObject({
        level,
        handlers: handlerNames.default(['console']).meta({ description: 'Handlers of everything else.' }),
      })
      .prefault({}),
    log_dir: z.string().default('/var/log/iris').meta({
      description: 'Folder of the log files; empty in a file means `logs` in the data folder.',
      env: 'LOG_DIR',
    }),
    redact: z
      .array(z.string().min(1))
      .default([
        'authorization',
        'proxy-authorization',
        'cookie',
        'set-cookie',
        'x-api-key',
        'password',
        'token',
        'access_token',
        'refresh_token',
        'secret',
        'file',
        'image',
      ])
      .meta({ description: 'Headers and fields whose values never reach a log.' }),
  })
  .prefault({})
  .meta({ title: 'Logging', description: 'What is written where.' });
