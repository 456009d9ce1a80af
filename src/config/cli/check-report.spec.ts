import { describe, expect, it } from '@jest/globals';
import { reportConfig } from './check-report.js';

const cwd = import.meta.dirname;
const SECRETS = {
  JWT_SECRET_KEY: 'canary-one-Zq3vT9xR1mB7nL5pW0yC2d',
  DATABASE_URL: 'postgresql://iris:canary-two@postgres/iris',
  REDIS_URL: 'redis://:canary-three@redis',
  ADMIN_EMAIL: 'admin@iris.example.com',
  ADMIN_PASSWORD: 'canary-four-long-enough',
  IRIS__cache__redis__password: 'canary-five',
};

describe('config:check', () => {
  it('prints each key with its value and its source', () => {
    const { valid, text } = reportConfig('table', { env: { API_GATEWAY_PORT: '8080' }, cwd });
    expect(valid).toBe(true);
    expect(text).toMatch(/^server\.port +8080 +environment API_GATEWAY_PORT$/m);
    expect(text).toMatch(/^services\.ocr_extractor\.timeout +90 +default$/m);
  });

  it('masks every secret, and shows which are empty', () => {
    for (const format of ['table', 'json'] as const) {
      const { valid, text } = reportConfig(format, { env: SECRETS, cwd });
      expect(valid).toBe(true);
      expect(text).not.toContain('canary');
    }
    const { text } = reportConfig('table', { env: SECRETS, cwd });
    expect(text).toMatch(/^auth\.jwt_secret_key +\*{8} +environment JWT_SECRET_KEY$/m);
    expect(reportConfig('table', { env: {}, cwd }).text).toMatch(/^database\.url +"" +default$/m);
  });

  it('prints JSON on demand', () => {
    const { text } = reportConfig('json', { env: {}, cwd });
    expect(JSON.parse(text)).toContainEqual({
      key: 'server.port',
      value: 8000,
      origin: 'default',
      secret: false,
    });
  });

  it('lists every problem, but no value of a secret', () => {
    const env = {
      NODE_ENV: 'production',
      JWT_SECRET_KEY: 'canary-short',
      DATABASE_URL: 'canary://password',
      REDIS_URL: 'canary',
      ADMIN_PASSWORD: 'canary',
      ADMIN_EMAIL: 'canary',
      JWT_SECRET_KEY_FILE: '/canary',
      IRIS__auth__jwt_secret_kye: 'canary',
      IRIS__cache__redis: '{"password": "canary"',
      SERVICE_URLS: 'canary',
      CORS_ORIGINS: '["canary"]',
    };
    for (const format of ['table', 'json'] as const) {
      const { valid, text } = reportConfig(format, { env, cwd });
      expect(valid).toBe(false);
      expect(text).toContain('auth.jwt_secret_key');
      expect(text).toContain('database.url');
      expect(text).not.toContain('canary');
    }
  });

  it('names the key, the source, what was expected and what to do', () => {
    const { text } = reportConfig('table', { env: { API_GATEWAY_PORT: 'eighty' }, cwd });
    expect(text).toContain('The configuration cannot be used (1 problem):');
    expect(text).toContain('server.port  (environment API_GATEWAY_PORT)');
    expect(text).toContain('expected integer');
    expect(text).toContain('→ correct API_GATEWAY_PORT');
  });
});
