import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AppConfig } from './app-config.js';
import { ConfigError, type ConfigProblem } from './config-error.js';
import { loadConfig } from './load-config.js';
import type { Environment } from './sources/environment.js';
import { formatPath } from './sources/setting.js';

let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'iris-config-'));
});

afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function write(name: string, content: string): void {
  const file = join(cwd, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function load(env: Environment = {}): AppConfig {
  return loadConfig({ env, cwd });
}

function problemsOf(env: Environment = {}): readonly ConfigProblem[] {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

/** Key and origin of each problem. */
function briefly(problems: readonly ConfigProblem[]): string[] {
  return problems.map(({ path, origin }) => `${formatPath(path)} @ ${origin}`);
}

describe('loadConfig › precedence', () => {
  it('takes the defaults of the schema where nothing is set', () => {
    expect(load().rate_limiting.processing.limit).toBe('50/hour');
  });

  it('lets each layer win over the one before', () => {
    const limit = (env: Environment = {}): string => load(env).services.ocr_extractor.url;
    write('config/services.yaml', 'ocr_extractor:\n  url: http://file:1\n');
    expect(limit()).toBe('http://file:1');
    write('config/development.yaml', 'SERVICE_URLS:\n  ocr_extractor: http://overlay:1\n');
    expect(limit()).toBe('http://overlay:1');
    write('.env', 'OCR_EXTRACTOR_URL=http://dotenv:1\n');
    expect(limit()).toBe('http://dotenv:1');
    expect(limit({ OCR_EXTRACTOR_URL: 'http://env:1' })).toBe('http://env:1');
    const override = {
      OCR_EXTRACTOR_URL: 'http://env:1',
      IRIS__services__ocr_extractor__url: 'http://iris:1',
    };
    expect(limit(override)).toBe('http://iris:1');
  });

  it('lets the variable of one service win over SERVICE_URLS', () => {
    const { services } = load({
      SERVICE_URLS: '{"image_processor":"http://all:1","ml_embeddings":"http://all:2"}',
      IMAGE_PROCESSOR_URL: 'http://one:1',
    });
    expect(services.image_processor.url).toBe('http://one:1');
    expect(services.ml_embeddings.url).toBe('http://all:2');
  });

  it('merges mappings key by key and replaces lists', () => {
    write('config/cors.yaml', 'allow_headers: [X-A]\nmax_age: 1\n');
    write('config/development.yaml', 'cors:\n  allow_headers: [X-B]\n');
    const { cors } = load();
    expect(cors.allow_headers).toEqual(['X-B']);
    expect(cors.max_age).toBe(1);
    expect(cors.allow_credentials).toBe(true);
  });

  it('adds to a map of free names, and takes away what is null', () => {
    write('config/security.yaml', 'headers:\n  X-Extra: yes-please\n  X-XSS-Protection: null\n');
    const { headers } = load().security;
    expect(headers).toMatchObject({ 'X-Extra': 'yes-please', 'X-Frame-Options': 'DENY' });
    expect(headers).not.toHaveProperty('X-XSS-Protection');
  });

  it('reads the file that belongs to the block with a kebab-case name', () => {
    write('config/rate-limiting.yaml', 'admin:\n  limit: 7/day\n');
    expect(load().rate_limiting.admin).toEqual({ limit: '7/day', key_func: 'user_id' });
  });

  it('takes a given folder over CONFIG_DIR over ./config', () => {
    write('config/server.yaml', 'port: 1\n');
    write('named/server.yaml', 'port: 2\n');
    write('given/server.yaml', 'port: 3\n');
    expect(load().server.port).toBe(1);
    expect(load({ CONFIG_DIR: 'named' }).server.port).toBe(2);
    const given = loadConfig({ env: { CONFIG_DIR: 'named' }, cwd, configDir: 'given' });
    expect([given.server.port, given.runtime.config_dir]).toEqual([3, 'given']);
  });

  it('refuses a CONFIG_DIR that does not exist', () => {
    expect(briefly(problemsOf({ CONFIG_DIR: 'nowhere' }))).toEqual(['runtime.config_dir @ nowhere']);
  });
});

describe('loadConfig › overlays', () => {
  it('follow NODE_ENV, also from .env', () => {
    write('config/test.yaml', 'LOG_LEVEL: ERROR\n');
    expect(load().runtime).toMatchObject({ environment: 'development', log_level: 'INFO' });
    expect(load({ NODE_ENV: 'test' }).runtime).toMatchObject({ environment: 'test', log_level: 'ERROR' });
    write('.env', 'NODE_ENV=test\n');
    expect(load().runtime.log_level).toBe('ERROR');
  });

  it('take variables by their own names in their own types', () => {
    write('config/development.yaml', "DEBUG: True\nCORS_ORIGINS: ['*']\nLOG_LEVEL: debug\n");
    const { runtime, cors } = load();
    expect(runtime).toMatchObject({ debug: true, log_level: 'DEBUG' });
    expect(cors.allow_origins).toEqual(['*']);
  });

  it('refuse anything that is neither a block nor a variable', () => {
    write('config/development.yaml', 'rate_limitting: {}\nCORS_ORIGIN: []\n');
    const problems = problemsOf();
    expect(briefly(problems)).toEqual([
      'rate_limitting @ config/development.yaml:1',
      'CORS_ORIGIN @ config/development.yaml:2',
    ]);
    expect(problems.map(({ remedy }) => remedy)).toEqual([
      'did you mean rate_limiting?',
      'did you mean CORS_ORIGINS?',
    ]);
  });

  it('cannot say which overlay to read', () => {
    write('config/development.yaml', 'NODE_ENV: production\nruntime:\n  config_dir: elsewhere\n');
    expect(briefly(problemsOf()).sort()).toEqual([
      'runtime.config_dir @ config/development.yaml:3',
      'runtime.environment @ config/development.yaml:1',
    ]);
  });

  it('are not read for an environment that does not exist', () => {
    const [problem] = problemsOf({ NODE_ENV: '../secrets' });
    expect(problem).toMatchObject({ path: ['runtime', 'environment'], origin: 'environment NODE_ENV' });
  });
});

describe('loadConfig › environment', () => {
  it('reads the seed page as it stands, from .env', () => {
    write(
      '.env',
      [
        '# Configuración de servicios',
        'API_GATEWAY_PORT=8000',
        'JWT_ACCESS_TOKEN_EXPIRE_MINUTES=30',
        'DATABASE_URL=postgresql://user:password@localhost:5432/iris_db',
        'CORS_ORIGINS=["http://localhost:3000", "https://iris.example.com"]',
        'ALLOWED_HOSTS=["localhost", "iris.example.com"]',
      ].join('\n'),
    );
    const config = load();
    expect(config.server.port).toBe(8000);
    expect(config.database.url).toBe('postgresql://user:password@localhost:5432/iris_db');
    expect(config.cors.allow_origins).toEqual(['http://localhost:3000', 'https://iris.example.com']);
  });

  it('counts an empty variable as unset', () => {
    write('config/server.yaml', 'port: 1234\n');
    expect(load({ API_GATEWAY_PORT: '', NODE_ENV: '', CONFIG_DIR: '' }).server.port).toBe(1234);
  });

  it('takes an empty DATABASE_URL or REDIS_URL as embedded', () => {
    write('.env', 'DATABASE_URL=postgresql://a/b\nREDIS_URL=redis://a\n');
    const { database, cache } = load({ DATABASE_URL: '', REDIS_URL: '' });
    expect([database.url, cache.redis.url]).toEqual(['', '']);
  });

  it.each(['true', 'True', '1', 'yes', 'on'])('reads %s as true', (text) => {
    expect(load({ DEBUG: text }).runtime.debug).toBe(true);
  });

  it('says in which form a list is written', () => {
    const [problem] = problemsOf({ ALLOWED_HOSTS: 'localhost' });
    expect(problem).toMatchObject({
      expected: 'expected list of string, written as JSON',
      remedy: 'correct ALLOWED_HOSTS',
    });
  });

  it('leaves the process’s own environment alone when one is given', () => {
    expect(load({}).runtime.environment).toBe('development');
  });
});

describe('loadConfig › <NAME>_FILE', () => {
  const secret = 'k'.repeat(8) + 'Zq3vT9xR1mB7nL5pW0yC2dF4';

  it('reads a secret from a file and drops one line break', () => {
    write('secret.txt', `${secret}\n`);
    expect(load({ JWT_SECRET_KEY_FILE: 'secret.txt' }).auth.jwt_secret_key).toBe(secret);
    expect(load({ JWT_SECRET_KEY_FILE: join(cwd, 'secret.txt') }).auth.jwt_secret_key).toBe(secret);
  });

  it('wins over an empty variable, and refuses one that is set too', () => {
    write('secret.txt', secret);
    const file = { JWT_SECRET_KEY_FILE: 'secret.txt' };
    expect(load({ ...file, JWT_SECRET_KEY: '' }).auth.jwt_secret_key).toBe(secret);
    const [problem] = problemsOf({ ...file, JWT_SECRET_KEY: secret });
    expect(problem?.expected).toBe('either JWT_SECRET_KEY or JWT_SECRET_KEY_FILE, but both are set');
  });

  it('refuses a file that cannot be read, without naming it', () => {
    const problems = problemsOf({ DATABASE_URL_FILE: 'nowhere.txt' });
    expect(briefly(problems)).toEqual(['database.url @ environment DATABASE_URL_FILE']);
    expect(JSON.stringify(problems)).not.toContain('nowhere.txt');
  });

  it('is for secrets only', () => {
    write('port.txt', '1');
    expect(load({ API_GATEWAY_PORT_FILE: 'port.txt' }).server.port).toBe(8000);
  });
});

describe('loadConfig › IRIS__', () => {
  it('sets texts, numbers, booleans, lists and mappings', () => {
    const config = load({
      IRIS__rate_limiting__processing__limit: '5000/hour',
      IRIS__services__ocr_extractor__circuit_breaker__recovery_timeout: '0.5',
      IRIS__cors__allow_credentials: 'false',
      IRIS__cors__allow_origins: '["https://a.example"]',
      IRIS__services__ml_classifier: '{"timeout": 7, "circuit_breaker": {"failure_threshold": 9}}',
    });
    expect(config.rate_limiting.processing.limit).toBe('5000/hour');
    expect(config.services.ocr_extractor.circuit_breaker.recovery_timeout).toBe(0.5);
    expect(config.cors).toMatchObject({ allow_credentials: false, allow_origins: ['https://a.example'] });
    expect(config.services.ml_classifier).toMatchObject({
      timeout: 7,
      max_retries: 3,
      circuit_breaker: { failure_threshold: 9, recovery_timeout: 45 },
    });
  });

  it('reaches into maps of free names', () => {
    const { logging, security } = load({
      IRIS__logging__handlers__console__level: 'error',
      'IRIS__security__headers__X-Frame-Options': 'SAMEORIGIN',
    });
    expect(logging.handlers.console).toMatchObject({ level: 'ERROR', formatter: 'detailed' });
    expect(security.headers['X-Frame-Options']).toBe('SAMEORIGIN');
  });

  it('wins from .env too, but less than from the environment', () => {
    write('.env', 'IRIS__server__port=1\nIRIS__server__host=::1\n');
    expect(load({ IRIS__server__port: '2', API_GATEWAY_HOST: '::' }).server).toMatchObject({
      port: 2,
      host: '::1',
    });
  });

  it('suggests the nearest key for an unknown path', () => {
    const [problem] = problemsOf({ IRIS__rate_limiting__procesing__limit: '1/day' });
    expect(problem).toMatchObject({
      origin: 'environment IRIS__rate_limiting__procesing__limit',
      remedy: 'did you mean IRIS__rate_limiting__processing__limit?',
    });
  });

  it.each(['IRIS__cors__allow_origins__0', 'IRIS____proto____x', 'IRIS__runtime__environment', 'IRIS__'])(
    'refuses %s',
    (name) => {
      expect(problemsOf({ [name]: 'x' })).toHaveLength(1);
    },
  );
});

describe('loadConfig › files', () => {
  it('reports unknown keys, wrong types and bounds by file and line, all at once', () => {
    write('config/services.yaml', 'ocr_extractor:\n  timout: 3\n  max_retries: many\n');
    write('config/rate-limiting.yaml', 'default:\n  limit: 100 per hour\n');
    write('config/server.yaml', 'port: 70000\n');
    expect(briefly(problemsOf({ LOG_LEVEL: 'LOUD' })).sort()).toEqual([
      'rate_limiting.default.limit @ config/rate-limiting.yaml:2',
      'runtime.log_level @ environment LOG_LEVEL',
      'server.port @ config/server.yaml:1',
      'services.ocr_extractor.max_retries @ config/services.yaml:3',
      'services.ocr_extractor.timout @ config/services.yaml:2',
    ]);
  });

  it('refuses a key that stands twice', () => {
    write('config/server.yaml', 'port: 1\nhost: a\nport: 2\n');
    expect(problemsOf()).toEqual([
      expect.objectContaining({ origin: 'config/server.yaml:3', expected: 'the same key stands here twice' }),
    ]);
  });

  it.each([
    ['a list', '- 1\n'],
    ['broken YAML', 'port: [1\n'],
    ['an alias to nothing', 'port: *nowhere\n'],
  ])('refuses %s', (_, content) => {
    write('config/server.yaml', content);
    expect(problemsOf().length).toBeGreaterThan(0);
  });

  it('take an empty file as defaults', () => {
    write('config/server.yaml', '# nothing yet\n');
    expect(load().server.port).toBe(8000);
  });

  it('refuse a file that is no block, and suggest the right name', () => {
    write('config/service.yaml', 'x: 1\n');
    const [problem] = problemsOf();
    expect(problem).toMatchObject({
      origin: 'config/service.yaml',
      remedy: 'rename it to services.yaml, or move it away',
    });
  });

  it('treat __proto__ as the unknown key that it is', () => {
    write('config/server.yaml', '__proto__:\n  port: 1\n');
    expect(problemsOf()).toHaveLength(1);
    expect(Object.prototype).not.toHaveProperty('port');
  });
});

describe('loadConfig › result', () => {
  it('is frozen all the way down', () => {
    const { services, cors, alerts } = load();
    expect(Object.isFrozen(services.ocr_extractor.circuit_breaker)).toBe(true);
    expect(Object.isFrozen(cors.allow_origins)).toBe(true);
    expect(Object.isFrozen(alerts.groups[0]?.rules[0]?.labels)).toBe(true);
  });

  it('places log files under LOG_DIR, else under the data folder, unless they are absolute', () => {
    const fileOf = ({ logging }: AppConfig): string | undefined => logging.handlers.file?.filename;
    expect(fileOf(load())).toBe('/var/log/iris/api-gateway.log');
    expect(fileOf(load({ LOG_DIR: '/logs' }))).toBe('/logs/api-gateway.log');
    write('config/logging.yaml', "log_dir: ''\n");
    expect(fileOf(load({ IRIS_DATA_DIR: '/data' }))).toBe('/data/logs/api-gateway.log');
    expect(fileOf(load({ IRIS__logging__handlers__file__filename: '/x.log' }))).toBe('/x.log');
  });
});
