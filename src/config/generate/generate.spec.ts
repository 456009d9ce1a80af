import { parseEnv } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { ENVIRONMENT_VARIABLES } from '../catalogue/environment-variables.js';
import { listKeys } from '../catalogue/key-list.js';
import { loadConfig } from '../load-config.js';
import { formatPath } from '../sources/setting.js';
import { renderConfigurationDoc } from './configuration-doc.js';
import { renderEnvExample } from './env-example.js';

const SEED_VARIABLES = [
  'API_GATEWAY_PORT',
  'API_GATEWAY_HOST',
  'IMAGE_PROCESSOR_URL',
  'ML_EMBEDDINGS_URL',
  'ML_CLASSIFIER_URL',
  'OCR_EXTRACTOR_URL',
  'JWT_SECRET_KEY',
  'JWT_ALGORITHM',
  'JWT_ACCESS_TOKEN_EXPIRE_MINUTES',
  'JWT_REFRESH_TOKEN_EXPIRE_DAYS',
  'DATABASE_URL',
  'REDIS_URL',
  'CORS_ORIGINS',
  'ALLOWED_HOSTS',
  'DEBUG',
  'TESTING',
  'LOG_LEVEL',
  'RELOAD',
  'SERVICE_URLS',
];

/** The example with every line that sets a variable taken out of its comment. */
function uncommented(): Record<string, string | undefined> {
  return parseEnv(renderEnvExample().replace(/^# ([A-Z_]+=)/gm, '$1'));
}

describe('.env.example', () => {
  it('has every variable, those of the seed page among them', () => {
    expect(Object.keys(uncommented()).sort()).toEqual(ENVIRONMENT_VARIABLES.map(({ name }) => name).sort());
    expect(Object.keys(uncommented())).toEqual(expect.arrayContaining(SEED_VARIABLES));
  });

  it('shows defaults that mean what the defaults are', () => {
    const cwd = import.meta.dirname;
    const env = { ...uncommented(), CONFIG_DIR: undefined };
    expect(loadConfig({ env, cwd })).toEqual(loadConfig({ env: {}, cwd }));
  });

  it('leaves secrets empty', () => {
    const secrets = ENVIRONMENT_VARIABLES.filter(({ meta }) => meta.secret === true);
    expect(secrets.map(({ name }) => uncommented()[name])).toEqual(secrets.map(() => ''));
  });
});

describe('docs/configuration.md', () => {
  it('has a row for every key', () => {
    const doc = renderConfigurationDoc();
    listKeys().forEach(({ path }) => {
      expect(doc).toContain(`| \`${formatPath(path.slice(1))}\` |`);
    });
  });

  it('describes every key', () => {
    const silent = listKeys().filter(({ meta }) => meta.description === undefined);
    expect(silent.map(({ path }) => formatPath(path))).toEqual([]);
  });
});
