import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { Test, type TestingModule } from '@nestjs/testing';

import { type AppConfig, ConfigModule, loadConfig } from '../../src/config/index.js';
import { DatabaseModule } from '../../src/database/index.js';

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'iris-spec-'));
}

/** The shipped configuration with these variables; no `.env` of a developer, cheap password hashes. */
export function testConfig(env: Readonly<Record<string, string>>): AppConfig {
  return loadConfig({
    env: {
      NODE_ENV: 'test',
      IRIS_DATA_DIR: '/nonexistent/iris',
      IRIS__auth__argon2__memory_kib: '8192',
      IRIS__auth__argon2__iterations: '1',
      ...env,
    },
    cwd: tmpdir(),
    configDir: resolve('config'),
  });
}

/** Only the database, started; it may not be ready yet. */
export async function startDatabaseModule(config: AppConfig): Promise<TestingModule> {
  const module = await Test.createTestingModule({
    imports: [ConfigModule.register(config), DatabaseModule],
  }).compile();
  return module.init();
}
