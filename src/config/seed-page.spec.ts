import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import type { AppConfig } from './app-config.js';
import { loadConfig } from './load-config.js';

const configDir = resolve(import.meta.dirname, '../../config');
const cwd = import.meta.dirname;
const SECRETS = {
  JWT_SECRET_KEY: 'Zq3vT9xR1mB7nL5pW0yC2dF4gH6jK8sQ',
  DATABASE_URL: 'postgresql://user:pw@localhost:5432/iris_db',
  REDIS_URL: 'redis://localhost:6379/0',
};

/** Values of the schema alone; the files of the repository under each environment. */
const sources: [string, () => AppConfig][] = [
  ['the schema', () => loadConfig({ env: {}, cwd })],
  [
    'config/',
    () =>
      loadConfig({
        // The one key that production.yaml changes from the page: see "the console" below.
        env: { NODE_ENV: 'production', IRIS__logging__handlers__console__formatter: 'detailed', ...SECRETS },
        configDir,
        cwd,
      }),
  ],
];

const EVERY_FAILURE = ['connection_error', 'timeout', 'server_error'];

function service(port: number, timeout: number, retries: number, delay: number, threshold: number): object {
  return {
    url: expect.stringMatching(new RegExp(`^http://[a-z-]+:${port}$`)) as unknown,
    timeout,
    max_retries: retries,
    retry_delay: delay,
    health_endpoint: '/health',
    circuit_breaker: {
      failure_threshold: threshold,
      recovery_timeout: timeout,
      expected_exception: EVERY_FAILURE,
    },
  };
}

/** The seed page, block by block. */
const SEED: Partial<Record<keyof AppConfig, object>> = {
  server: { port: 8000, host: '0.0.0.0' },
  auth: {
    jwt_algorithm: 'HS256',
    jwt_access_token_expire_minutes: 30,
    jwt_refresh_token_expire_days: 7,
  },
  services: {
    image_processor: service(8001, 30, 3, 1, 5),
    ml_embeddings: service(8002, 60, 2, 2, 3),
    ml_classifier: service(8003, 45, 3, 1.5, 4),
    ocr_extractor: service(8004, 90, 2, 3, 3),
  },
  cors: {
    allow_credentials: true,
    allow_methods: ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS'],
    allow_headers: ['Authorization', 'Content-Type', 'X-Request-ID', 'X-API-Key'],
    expose_headers: ['X-Request-ID', 'X-Processing-Time', 'X-Rate-Limit-Remaining'],
    max_age: 86400,
  },
  rate_limiting: {
    default: { limit: '100/hour', key_func: 'ip_address' },
    authenticated: { limit: '1000/hour', key_func: 'user_id' },
    admin: { limit: '10000/hour', key_func: 'user_id' },
    processing: { limit: '50/hour', key_func: 'user_id' },
  },
  security: {
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'X-XSS-Protection': '1; mode=block',
      'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
      'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; script-src 'self'",
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'geolocation=(), microphone=(), camera=()',
    },
    allowed_hosts: ['localhost', 'iris.example.com'],
  },
  logging: {
    version: 1,
    disable_existing_loggers: false,
    formatters: {
      detailed: {
        format: '[{asctime}] {levelname} [{name}:{lineno}] {message}',
        style: '{',
        datefmt: '%Y-%m-%d %H:%M:%S',
      },
      json: { '()': 'json', format: '%(asctime)s %(name)s %(levelname)s %(message)s' },
    },
    handlers: {
      console: { class: 'stream', level: 'INFO', formatter: 'detailed', stream: 'stdout' },
      file: {
        class: 'rotating_file',
        level: 'DEBUG',
        formatter: 'json',
        filename: '/var/log/iris/api-gateway.log',
        maxBytes: 10485760,
        backupCount: 5,
      },
      error_file: {
        class: 'rotating_file',
        level: 'ERROR',
        formatter: 'json',
        filename: '/var/log/iris/api-gateway-errors.log',
        maxBytes: 10485760,
        backupCount: 3,
      },
    },
    loggers: {
      'iris.api_gateway': { level: 'DEBUG', handlers: ['console', 'file', 'error_file'], propagate: false },
      uvicorn: { level: 'INFO', handlers: ['console', 'file'], propagate: false },
    },
    root: { level: 'INFO', handlers: ['console'] },
  },
  cache: {
    redis: {
      host: 'localhost',
      port: 6379,
      db: 0,
      password: null,
      socket_timeout: 5,
      socket_connect_timeout: 5,
      socket_keepalive: true,
      socket_keepalive_options: {},
      connection_pool_kwargs: { max_connections: 20, retry_on_timeout: true },
    },
    default_ttl: 3600,
    key_prefix: 'iris:api_gateway:',
    serializer: 'json',
    cache_strategies: {
      processing_results: { ttl: 86400, key_pattern: 'result:{processing_id}' },
      user_sessions: { ttl: 1800, key_pattern: 'session:{user_id}' },
      service_health: { ttl: 60, key_pattern: 'health:{service_name}' },
    },
  },
  monitoring: {
    prometheus: {
      enabled: true,
      port: 9090,
      path: '/metrics',
      custom_metrics: {
        requests_total: {
          type: 'counter',
          description: 'Total number of requests',
          labels: ['method', 'endpoint', 'status_code'],
        },
        request_duration_seconds: {
          type: 'histogram',
          description: 'Request duration in seconds',
          labels: ['method', 'endpoint'],
          buckets: [0.1, 0.5, 1, 2.5, 5, 10],
        },
        active_connections: { type: 'gauge', description: 'Number of active connections' },
        processing_queue_size: { type: 'gauge', description: 'Number of items in processing queue' },
      },
    },
    health_checks: {
      interval: 30,
      timeout: 10,
      services: ['image_processor', 'ml_embeddings', 'ml_classifier', 'ocr_extractor'],
    },
  },
};

/** Name, seed condition, duration, severity, message. */
const ALERTS = [
  ['high_error_rate', 'error_rate > 0.05', '5m', 'warning', 'High error rate detected: {{ $value }}%'],
  ['service_down', 'service_health == 0', '1m', 'critical', 'Service {{ $labels.service }} is down'],
  ['high_latency', 'avg_response_time > 10s', '2m', 'warning', 'High response time: {{ $value }}s'],
  [
    'queue_backlog',
    'processing_queue_size > 100',
    '3m',
    'warning',
    'Processing queue backlog: {{ $value }} items',
  ],
] as const;

describe.each(sources)('seed page › %s', (_, load) => {
  it.each(Object.entries(SEED))('has every key of %s with the value of the page', (block, expected) => {
    expect(load()[block as keyof AppConfig]).toMatchObject(expected);
  });

  it('has the four alerts as Prometheus rules', () => {
    const [group] = load().alerts.groups;
    const found = group?.rules.map((rule) => [
      rule.alert,
      rule.for,
      rule.labels.severity,
      rule.annotations.message,
    ]);
    expect(found).toEqual(ALERTS.map(([name, , ...rest]) => [name, ...rest]));
  });
});

describe('seed page › config/', () => {
  it('keeps the condition of each alert beside its expression', () => {
    const text = readFileSync(resolve(configDir, 'alerts.yml'), 'utf8');
    ALERTS.forEach(([, condition]) => {
      expect(text).toContain(`# ${condition}\n`);
    });
  });

  it('says in the first group of alerts.yml what the schema says', () => {
    const file = parse(readFileSync(resolve(configDir, 'alerts.yml'), 'utf8')) as AppConfig['alerts'];
    expect(file.groups[0]).toEqual(loadConfig({ env: {}, cwd }).alerts.groups[0]);
  });

  it('lists the three origins of the CORS page', () => {
    const { cors } = loadConfig({ env: {}, cwd });
    expect(cors.allow_origins).toEqual([
      'http://localhost:3000',
      'https://iris.example.com',
      'https://admin.iris.example.com',
    ]);
  });

  it('has the development page', () => {
    const { runtime, services, cors, server } = loadConfig({ env: {}, configDir, cwd });
    expect(runtime).toMatchObject({ debug: true, testing: false, log_level: 'DEBUG', reload: true });
    expect(services.ocr_extractor.url).toBe('http://localhost:8004');
    expect(cors.allow_origins).toEqual(['*']);
    expect(server.drain_delay_seconds).toBe(0);
  });

  it('has the production page', () => {
    const { runtime, services, cors } = loadConfig({
      env: { NODE_ENV: 'production', ...SECRETS },
      configDir,
      cwd,
    });
    expect(runtime).toMatchObject({ debug: false, testing: false, log_level: 'INFO', reload: false });
    expect(Object.values(services).map(({ url }) => url)).toEqual([
      'http://image-processor:8001',
      'http://ml-embeddings:8002',
      'http://ml-classifier:8003',
      'http://ocr-extractor:8004',
    ]);
    expect(cors.allow_origins).toEqual(['https://iris.example.com', 'https://admin.iris.example.com']);
  });

  it('differs from the schema in nothing but the overlay', () => {
    const { runtime, server, ...blocks } = loadConfig({ env: { NODE_ENV: 'test' }, configDir, cwd });
    const defaults = loadConfig({ env: {}, cwd });
    expect(server).toEqual({ ...defaults.server, drain_delay_seconds: 0 });
    expect(runtime.testing).toBe(true);
    const { services, cache, monitoring, processing, auth } = blocks;
    expect({ services, cache, monitoring, processing, auth }).toEqual({
      services: defaults.services,
      cache: defaults.cache,
      monitoring: defaults.monitoring,
      processing: defaults.processing,
      auth: defaults.auth,
    });
    const production = loadConfig({ env: { NODE_ENV: 'production', ...SECRETS }, configDir, cwd });
    expect(production.rate_limiting).toEqual(defaults.rate_limiting);
  });
});

describe('seed page › the console', () => {
  const consoleOf = (environment: string): unknown =>
    loadConfig({ env: { NODE_ENV: environment, ...SECRETS }, configDir, cwd }).logging.handlers.console;

  it('is for people as on the page, but for a log collector in production', () => {
    expect(consoleOf('development')).toMatchObject({ formatter: 'detailed' });
    expect(consoleOf('production')).toMatchObject({ formatter: 'json' });
  });
});

describe('seed page › names of Python', () => {
  it('stand for ours where the page has them', () => {
    const { logging, services } = loadConfig({
      cwd,
      env: {
        IRIS__logging__handlers__console__class: 'logging.StreamHandler',
        IRIS__logging__handlers__console__stream: 'ext://sys.stdout',
        IRIS__logging__handlers__file__class: 'logging.handlers.RotatingFileHandler',
        'IRIS__logging__formatters__json__()': 'pythonjsonlogger.jsonlogger.JsonFormatter',
        IRIS__services__ocr_extractor__circuit_breaker__expected_exception: 'RequestException',
      },
    });
    expect(logging.handlers.console).toMatchObject({ class: 'stream', stream: 'stdout' });
    expect(logging.handlers.file?.class).toBe('rotating_file');
    expect(logging.formatters.json?.['()']).toBe('json');
    expect(services.ocr_extractor.circuit_breaker.expected_exception).toEqual(EVERY_FAILURE);
  });
});
