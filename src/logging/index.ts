export { accessLog } from './access-log.js';
export { createLogger } from './create-logger.js';
export { LoggingModule } from './logging.module.js';
export { FrameworkLogger } from './framework-logger.js';
