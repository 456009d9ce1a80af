export { EventBus, type EventHandler, type EventPayload } from './event-bus.js';
export { MemoryEventBus } from './memory-event-bus.js';
export { RedisConnection } from './redis-connection.js';
export { RedisModule } from './redis.module.js';
export { RedisUnavailableError } from './redis-errors.js';
export { RedisScript } from './redis-script.js';
