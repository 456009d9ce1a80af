import { z } from 'zod';
import { port, positiveInteger, seconds, serverUrl } from './scalars.js';

const poolSchema = z
  .strictObject({
    max_connections: positiveInteger.default(20).meta({ description: 'Most connections to Redis.' }),
    retry_on_timeout: z
      .boolean()
      .default(true)
      .meta({ description: 'Repeat a command that timed out, once.' }),
  })
  .prefault({});

const redisSchema = z
  .strictObject({
    url: serverUrl('redis', 'rediss').default('').meta({
      description:
        'Empty: an in-memory cache. Otherwise Redis: what the address says (host, port, db, password) wins, what it leaves out comes from the keys below; `redis://` alone takes them all.',
      env: 'REDIS_URL',
      secret: true,
      emptyIsValue: true,
      example: 'redis://localhost:6379/0',
    }),
    host: z.string().min(1).default('localhost').meta({ description: 'Host, where `url` names none.' }),
    port: port.min(1).default(6379).meta({ description: 'Port, where `url` names none.' }),
    db: z.int().min(0).default(0).meta({ description: 'Database number, where `url` names none.' }),
    password: z
      .string()
      .nullable()
      .default(null)
      .meta({ description: 'Password, where `url` names none.', secret: true }),
    socket_timeout: seconds.default(5).meta({ description: 'Seconds to wait for an answer.' }),
    socket_connect_timeout: seconds.default(5).meta({ description: 'Seconds to wait for a connection.' }),
    socket_keepalive: z.boolean().default(true).meta({ description: 'TCP keep-alive.' }),
    socket_keepalive_options: z
      .strictObject({
        initial_delay: seconds
          .optional()
          .meta({ description: 'Idle seconds before the first TCP keep-alive probe.' }),
      })
      .prefault({}),
    connection_pool_kwargs: poolSchema,
  })
  .prefault({});

export const cacheSchema = z
  .strictObject({
    redis: redisSchema,
    default_ttl: positiveInteger
      .default(3600)
      .meta({ description: 'Seconds an entry lives when nothing else says so.' }),
    key_prefix: z.string().default('iris:api_gateway:').meta({ description: 'Begins every key in Redis.' }),
    serializer: z
      .literal('json')
      .default('json')
      .meta({ description: 'How values are written; `json` only.' }),
    memory: z
      .strictObject({
        max_bytes: positiveInteger.default(134_217_728).meta({
          description: 'Bytes of results in the memory of each replica (128 MB); the least recently used go.',
        }),
      })
      .prefault({}),
    max_entry_bytes: positiveInteger
      .default(8_388_608)
      .meta({ description: 'A larger result of one phase is not kept, in bytes (8 MB).' }),
    cache_strategies: z
      .strictObject({
        processing_results: strategy(86_400, 'result:{processing_id}'),
        user_sessions: strategy(1800, 'session:{user_id}'),
        service_health: strategy(60, 'health:{service_name}'),
      })
      .prefault({}),
  })
  .prefault({})
  .meta({ title: 'Cache', description: 'Redis, and how long what is kept.' });

function strategy(ttl: number, keyPattern: string) {
  const placeholder = keyPattern.slice(keyPattern.indexOf('{'));
  return z
    .strictObject({
      ttl: positiveInteger.default(ttl).meta({ description: 'Seconds an entry lives.' }),
      // Without its placeholder, every entry would share one key.
      key_pattern: z
        .string()
        .includes(placeholder, { error: `expected a pattern that contains ${placeholder}` })
        .default(keyPattern)
        .meta({ description: `Key after the prefix; must contain ${placeholder}.` }),
    })
    .prefault({});
}
