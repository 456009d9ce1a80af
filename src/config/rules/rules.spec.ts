import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config-error.js';
import { loadConfig } from '../load-config.js';
import type { Environment } from '../sources/environment.js';
import { formatPath } from '../sources/setting.js';

const GOOD_SECRET = 'Zq3vT9xR1mB7nL5pW0yC2dF4gH6jK8sQ';
const PRODUCTION = {
  NODE_ENV: 'production',
  JWT_SECRET_KEY: GOOD_SECRET,
  DATABASE_URL: 'postgresql://iris:pw@postgres:5432/iris_db',
  REDIS_URL: 'redis://redis:6379/0',
};

function refusedKeys(env: Environment): string[] {
  try {
    loadConfig({ env, cwd: import.meta.dirname });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ path }) => formatPath(path));
    throw error;
  }
}

describe('production rules', () => {
  it('pass a complete configuration', () => {
    expect(refusedKeys(PRODUCTION)).toEqual([]);
  });

  it.each([
    ['JWT_SECRET_KEY', '', 'auth.jwt_secret_key'],
    ['JWT_SECRET_KEY', 'your-super-secret-jwt-key-here', 'auth.jwt_secret_key'],
    ['JWT_SECRET_KEY', 'your-super-secret-jwt-key-here-please', 'auth.jwt_secret_key'],
    ['JWT_SECRET_KEY', 'changeme-changeme-changeme-changeme', 'auth.jwt_secret_key'],
    ['JWT_SECRET_KEY', 'a'.repeat(64), 'auth.jwt_secret_key'],
    ['JWT_SECRET_KEY', 'q7W!x0Zr'.repeat(5), 'auth.jwt_secret_key'],
    ['JWT_SECRET_KEY', '0123456789abcdefghijklmnopqrstuvwxyz', 'auth.jwt_secret_key'],
    ['DATABASE_URL', '', 'database.url'],
    ['REDIS_URL', '', 'cache.redis.url'],
    ['CORS_ORIGINS', '["https://a.example", "*"]', 'cors.allow_origins'],
    ['DEBUG', 'true', 'runtime.debug'],
    ['TESTING', 'true', 'runtime.testing'],
  ])('refuse %s=%s', (name, value, key) => {
    expect(refusedKeys({ ...PRODUCTION, [name]: value })).toEqual([key]);
  });

  it('refuse everything at once, beside what the schema refuses', () => {
    const env = { NODE_ENV: 'production', JWT_ALGORITHM: 'none', DEBUG: '1', CORS_ORIGINS: '["*"]' };
    expect(refusedKeys(env).sort()).toEqual([
      'auth.jwt_algorithm',
      'auth.jwt_secret_key',
      'cache.redis.url',
      'cors.allow_origins',
      'database.url',
      'runtime.debug',
    ]);
  });

  it('refuse a short password of the first administrator', () => {
    const admin = { ADMIN_EMAIL: 'admin@iris.example.com', ADMIN_PASSWORD: 'admin' };
    expect(refusedKeys({ ...PRODUCTION, ...admin })).toEqual(['auth.admin_password']);
    expect(refusedKeys(admin)).toEqual([]);
  });
});

describe('jwt secret rule', () => {
  it('lets development go without a secret, or with a placeholder of the right length', () => {
    expect(refusedKeys({})).toEqual([]);
    expect(refusedKeys({ JWT_SECRET_KEY: 'a'.repeat(32) })).toEqual([]);
  });

  it('refuses a short secret everywhere, measured in bytes', () => {
    expect(refusedKeys({ JWT_SECRET_KEY: GOOD_SECRET.slice(1) })).toEqual(['auth.jwt_secret_key']);
    expect(refusedKeys({ NODE_ENV: 'test', JWT_SECRET_KEY: 'short' })).toEqual(['auth.jwt_secret_key']);
    expect(refusedKeys({ JWT_SECRET_KEY: 'é'.repeat(16) })).toEqual([]);
  });

  it('asks for as many bytes as the hash has', () => {
    expect(refusedKeys({ JWT_SECRET_KEY: GOOD_SECRET, JWT_ALGORITHM: 'HS512' })).toEqual([
      'auth.jwt_secret_key',
    ]);
    expect(refusedKeys({ JWT_SECRET_KEY: GOOD_SECRET + 'x'.repeat(16), JWT_ALGORITHM: 'HS384' })).toEqual([]);
  });
});

describe('jwt keys rule', () => {
  const listOf = (secret: string): string => JSON.stringify([{ kid: 'a', secret }]);

  it('lets a list stand in for JWT_SECRET_KEY', () => {
    const listed = { ...PRODUCTION, JWT_SECRET_KEY: '', JWT_KEYS: listOf(GOOD_SECRET) };
    expect(refusedKeys(listed)).toEqual([]);
    expect(refusedKeys({ ...listed, JWT_KEYS: '[]' })).toEqual(['auth.jwt_secret_key']);
  });

  it('refuses a guessable secret in the list, in production only', () => {
    const guessable = listOf('changeme-changeme-changeme-changeme');
    expect(refusedKeys({ ...PRODUCTION, JWT_KEYS: guessable })).toEqual(['auth.jwt_keys[0].secret']);
    expect(refusedKeys({ JWT_KEYS: guessable })).toEqual([]);
  });

  it('asks for a private key where the algorithm needs one', () => {
    expect(refusedKeys({ JWT_SECRET_KEY: GOOD_SECRET, JWT_ALGORITHM: 'EdDSA' })).toEqual([
      'auth.jwt_secret_key',
    ]);
  });
});

describe('consistency rules', () => {
  it.each<[string, Environment, string]>([
    ['two listeners on one port', { API_GATEWAY_PORT: '9090' }, 'monitoring.prometheus.port'],
    ['several workers on embedded stores', { API_GATEWAY_WORKERS: '2' }, 'server.workers'],
    ['a worker for each core on embedded stores', { API_GATEWAY_WORKERS: 'auto' }, 'server.workers'],
    ['an administrator without a password', { ADMIN_EMAIL: 'a@example.com' }, 'auth.admin_password'],
    ['a password without an administrator', { ADMIN_PASSWORD: 'x' }, 'auth.admin_email'],
    [
      'an unknown formatter',
      { IRIS__logging__handlers__file__formatter: 'xml' },
      'logging.handlers.file.formatter',
    ],
    ['an unknown handler', { IRIS__logging__root__handlers: '["syslog"]' }, 'logging.root.handlers'],
    [
      'a file handler without a file',
      { IRIS__logging__handlers__console__class: 'rotating_file' },
      'logging.handlers.console.filename',
    ],
  ])('refuse %s', (_, env, key) => {
    expect(refusedKeys(env)).toEqual([key]);
  });

  it.each(['1', '4', 'auto'])('let %s workers share Redis and PostgreSQL', (workers) => {
    expect(refusedKeys({ ...PRODUCTION, API_GATEWAY_WORKERS: workers })).toEqual([]);
  });

  it.each(['0', 'many', '1.5'])('let nobody ask for %s workers', (workers) => {
    expect(refusedKeys({ ...PRODUCTION, API_GATEWAY_WORKERS: workers })).toEqual(['server.workers']);
  });

  it('let both listeners take a free port', () => {
    expect(refusedKeys({ API_GATEWAY_PORT: '0', IRIS__monitoring__prometheus__port: '0' })).toEqual([]);
  });
});

describe('schema', () => {
  it.each<[string, string, string]>([
    ['OCR_EXTRACTOR_URL', 'ftp://host', 'services.ocr_extractor.url'],
    ['OCR_EXTRACTOR_URL', 'http://user:pw@host', 'services.ocr_extractor.url'],
    ['CORS_ORIGINS', '["https://iris.example.com/"]', 'cors.allow_origins[0]'],
    ['ALLOWED_HOSTS', '["http://localhost"]', 'security.allowed_hosts[0]'],
    ['TRUSTED_PROXIES', '["10.0.0.0/33"]', 'server.trusted_proxies[0]'],
    ['JWT_ALGORITHM', 'none', 'auth.jwt_algorithm'],
    ['DATABASE_URL', 'mysql://host/db', 'database.url'],
    ['REDIS_URL', 'localhost:6379', 'cache.redis.url'],
    ['IRIS__security__headers__X-A', 'a\r\nb: c', 'security.headers.X-A'],
    ['IRIS__rate_limiting__default__limit', '0/hour', 'rate_limiting.default.limit'],
    [
      'IRIS__cache__cache_strategies__user_sessions__key_pattern',
      'session',
      'cache.cache_strategies.user_sessions.key_pattern',
    ],
    ['IRIS__services__ml_embeddings__timeout', '3000000', 'services.ml_embeddings.timeout'],
  ])('refuses %s=%s', (name, value, key) => {
    expect(refusedKeys({ [name]: value })).toEqual([key]);
  });

  it.each([
    ['ALLOWED_HOSTS', '["*.example.com", "127.0.0.1", "[::1]", "localhost:8000", "*"]'],
    ['TRUSTED_PROXIES', '["10.0.0.0/8", "::1", "fd00::/8"]'],
    ['DATABASE_URL', 'postgres://u:p@h/d?sslmode=require'],
    ['REDIS_URL', 'rediss://:pw@h:6380/2'],
  ])('accepts %s=%s', (name, value) => {
    expect(refusedKeys({ [name]: value })).toEqual([]);
  });
});
