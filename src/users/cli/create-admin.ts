import { env } from 'node:process';
import { parseArgs } from 'node:util';

import { NestFactory } from '@nestjs/core';
import type { z } from 'zod';

import { type AppConfig, ConfigModule, loadConfig } from '../../config/index.js';
import { Database } from '../../database/index.js';
import { emailSchema, newPasswordSchema } from '../credentials.js';
import { UserExistsError } from '../user-errors.js';
import { UserStoreModule } from '../users.module.js';
import { type NewUser, UsersService } from '../users.service.js';
import { readNewPassword } from './read-new-password.js';

const USAGE = `Creates an administrator.

  npm run admin:create -- --email admin@iris.example.com

The password (12 to 128 characters) is taken from ADMIN_PASSWORD, else asked for, else read from a pipe.`;

const DATABASE_TIMEOUT_MS = 30_000;
type ContextOptions = NonNullable<Parameters<typeof NestFactory.createApplicationContext>[1]>;
const CONTEXT_OPTIONS: Pick<ContextOptions, 'logger' | 'abortOnError'> = {
  logger: ['warn', 'error'],
  abortOnError: false,
};
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

class UsageError extends Error {}

async function main(): Promise<void> {
  const email = readEmail();
  const config = loadConfig({ env: environmentFor(email) });
  const password = checked('password', newPasswordSchema, await readNewPassword(config.auth.admin_password));
  await createUser(config, { email, password, role: 'admin' });
  console.log(`Created the administrator ${email}.`);
}

/** Here ADMIN_PASSWORD goes with `--email`; the configuration takes it only together with an address. */
function environmentFor(email: string): typeof env {
  const hasPassword = Boolean(env.ADMIN_PASSWORD ?? env.ADMIN_PASSWORD_FILE);
  return hasPassword ? { ...env, ADMIN_EMAIL: email } : env;
}

function readEmail(): string {
  const { values } = parseArgs({ options: { email: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help || values.email === undefined) throw new UsageError(USAGE);
  return checked('e-mail address', emailSchema, values.email);
}

function checked(what: string, schema: z.ZodType<string>, text: string): string {
  const result = schema.safeParse(text);
  if (result.success) return result.data;
  throw new UsageError(`Not an acceptable ${what}: ${result.error.issues[0]?.message ?? ''}.`);
}

async function createUser(config: AppConfig, user: NewUser): Promise<void> {
  const context = await NestFactory.createApplicationContext(
    { module: UserStoreModule, imports: [ConfigModule.register(config)] },
    CONTEXT_OPTIONS,
  );
  try {
    await databaseReady(context.get(Database));
    await context.get(UsersService).create(user);
  } finally {
    await context.close();
  }
}

async function databaseReady(database: Database): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`The database does not answer within ${DATABASE_TIMEOUT_MS / 1000} seconds.`));
  }, DATABASE_TIMEOUT_MS);
  try {
    await Promise.race([database.whenReady(), promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** One line for a person. */
function explain(error: unknown): string {
  if (error instanceof UserExistsError)
    return 'There is a user with this e-mail address already; nothing was changed.';
  return error instanceof Error ? error.message : String(error);
}

function isUsage(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = isUsage(error) ? EXIT_USAGE : EXIT_FAILED;
}
