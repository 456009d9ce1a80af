export type { AppConfig, DeepReadonly, ServiceConfig } from './app-config.js';
export { ConfigError, type ConfigProblem } from './config-error.js';
export { ConfigModule, InjectConfig } from './config.module.js';
export { inspectConfig, type ConfigEntry } from './inspect-config.js';
export { loadConfig, type LoadOptions } from './load-config.js';
export { parseRateLimit, type RateLimit } from './parse-rate-limit.js';
export { redisTarget, type RedisTarget } from './redis-target.js';
export { appConfigSchema, BLOCK_NAMES, type BlockName } from './schema/index.js';
export { SERVICE_NAMES, type ServiceName } from './schema/service-names.js';
