import { execFile } from 'node:child_process';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { withClient } from '../support/postgres-admin.js';
import { createEmptyDatabase, type TestDatabase } from '../support/postgres.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createEmptyDatabase();
});

afterAll(() => database.drop());

interface Run {
  readonly code: number;
  readonly output: string;
}

function migrate(env: Readonly<Record<string, string>>): Promise<Run> {
  const { PATH = '' } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['dist/database/cli/migrate.js'],
      { env: { PATH, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
      },
    );
  });
}

it('npm run migrate › brings a database up to date, however many do it at once', async () => {
  const runs = await Promise.all([1, 2].map(() => migrate({ DATABASE_URL: database.url })));
  const done = { code: 0, output: 'The database is up to date.\n' };
  expect(runs).toEqual([done, done]);
  const { rows } = await withClient(database.url, (client) =>
    client.query<{ name: string | null }>("SELECT to_regclass('public.jobs')::text AS name"),
  );
  expect(rows).toEqual([{ name: 'jobs' }]);
});

it.each([
  ['without an address', '', 'DATABASE_URL is not set'],
  ['without a server', 'postgresql://iris:hidden@127.0.0.1:1/iris', 'ECONNREFUSED'],
])('npm run migrate › %s says so in one line and ends with 1', async (_, url, reason) => {
  const { code, output } = await migrate({ DATABASE_URL: url });
  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`^The database was not migrated: .*${reason}.*\n$`));
  expect(output).not.toContain('hidden');
});
