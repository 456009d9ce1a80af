import type { AppConfig } from '../config/index.js';
import type { LevelName } from './levels.js';

type LoggingConfig = AppConfig['logging'];

/** The module whose lines are those of requests. */
export const ACCESS = 'access';

/** Where Nest tells which modules and routes it has found: dozens of lines that nobody reads at every start. */
const FRAMEWORK = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

export function isFramework(module: string): boolean {
  return FRAMEWORK.has(module);
}

/** What the configuration says of the lines of a module. */
export interface NamedLogger {
  /** Undefined: nothing is written. */
  readonly level: LevelName | undefined;
  readonly handlers: ReadonlySet<string>;
}

/**
 * Modules are loggers below `iris.api_gateway`, requests are what the seed page calls `uvicorn`, its web server. As in
 * Python, the longest name that is configured counts: `iris.api_gateway.Jobs`, then `iris.api_gateway`, then `root`.
 */
export function namedLogger(logging: LoggingConfig, module: string): NamedLogger {
  const { loggers, root, disable_existing_loggers: othersAreSilent } = logging;
  const name = candidates(module).find((candidate) => Object.hasOwn(loggers, candidate));
  const logger = name === undefined ? undefined : loggers[name];
  if (!logger) {
    return { level: othersAreSilent ? undefined : root.level, handlers: new Set(root.handlers) };
  }
  const inherited = logger.propagate ? root.handlers : [];
  return { level: logger.level, handlers: new Set([...logger.handlers, ...inherited]) };
}

function candidates(module: string): string[] {
  if (module === ACCESS) return ['uvicorn.access', 'uvicorn'];
  return isFramework(module) ? [module] : [`iris.api_gateway.${module}`, 'iris.api_gateway', 'iris'];
}
