export { accessLog } from './access-log.js';
export { createLogging, type Logging } from './create-logging.js';
export { LoggingModule } from './logging.module.js';
export { FrameworkLogger } from './framework-logger.js';
export { LogLevels, type ModuleLevel } from './log-levels.js';
export type { LevelName } from './levels.js';
