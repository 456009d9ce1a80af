import { isAbsolute, join } from 'node:path';
import type { z } from 'zod';
import type { appConfigSchema } from './schema/index.js';

type Config = z.output<typeof appConfigSchema>;
type Handlers = Config['logging']['handlers'];

/** Puts relative names of log files under the log folder, or, when there is none, under the data folder. */
export function placeLogFiles(config: Config): Config {
  const folder = config.logging.log_dir || join(config.runtime.data_dir, 'logs');
  const handlers = placeHandlers(config.logging.handlers, folder);
  return { ...config, logging: { ...config.logging, log_dir: folder, handlers } };
}

function placeHandlers(handlers: Handlers, folder: string): Handlers {
  const entries = Object.entries(handlers).map(([name, handler]) => {
    const { filename } = handler;
    if (filename === undefined || isAbsolute(filename)) return [name, handler] as const;
    return [name, { ...handler, filename: join(folder, filename) }] as const;
  });
  return Object.fromEntries(entries);
}
