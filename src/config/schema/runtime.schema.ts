import { z } from 'zod';
import { logLevel } from './logging.schema.js';
import { positiveInteger } from './scalars.js';

/** What a process is for. */
const PROCESSES = ['all', 'web', 'worker'] as const;

const environmentKeys = {
  environment: z.enum(['development', 'test', 'production']).default('development').meta({
    description: 'Selects the overlay file; `production` refuses unsafe settings.',
    env: 'NODE_ENV',
    bootstrap: true,
  }),
  config_dir: z
    .string()
    .min(1)
    .default('config')
    .meta({ description: 'Folder of these files.', env: 'CONFIG_DIR', bootstrap: true }),
  data_dir: z.string().min(1).default('.iris').meta({
    description: 'Folder of the embedded database, generated keys and, in development, the logs.',
    env: 'IRIS_DATA_DIR',
  }),
};

export const runtimeSchema = z
  .strictObject({
    ...environmentKeys,
    debug: z
      .boolean()
      .default(false)
      .meta({ description: 'Development aids; refused in production.', env: 'DEBUG' }),
    testing: z
      .boolean()
      .default(false)
      .meta({ description: 'Marks a test run; refused in production.', env: 'TESTING' }),
    log_level: logLevel.default('INFO').meta({
      description: 'Lowest level logged at all; loggers and handlers may be stricter.',
      env: 'LOG_LEVEL',
    }),
    reload: z
      .boolean()
      .default(false)
      .meta({ description: 'Restart when a source file changes (`npm run start:dev`).', env: 'RELOAD' }),
    process: z.enum(PROCESSES).default('all').meta({
      description: 'What this process does: answer requests (`web`), carry out jobs (`worker`), or both.',
      env: 'IRIS_PROCESS',
    }),
    replica_count: positiveInteger.default(1).meta({
      description: 'Gateways that run side by side; shared limits fall back to this share without Redis.',
      env: 'REPLICA_COUNT',
    }),
  })
  .prefault({})
  .meta({ title: 'Runtime', description: 'The process as a whole.' });
