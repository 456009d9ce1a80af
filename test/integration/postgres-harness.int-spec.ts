import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterAll, describe, expect, it } from '@jest/globals';

import { createTestDatabase, startPostgres } from '../support/postgres.js';
import { withClient } from '../support/postgres-admin.js';
import type { OwnServer } from '../support/servers/own-server.js';
import { waitFor } from '../support/wait-for.js';
import { temporaryFolder } from './database-support.js';

const SUPERVISOR = join(import.meta.dirname, '../support/servers/supervisor.ts');

describe('createTestDatabase', () => {
  it('gives every caller a migrated database of its own', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    await withClient(one.url, (client) =>
      client.query(
        `INSERT INTO users (id, email, password_hash, role) VALUES (gen_random_uuid(), 'a@b.cl', '', 'user')`,
      ),
    );
    const { rows } = await withClient(two.url, (client) => client.query('SELECT * FROM users'));
    expect(rows).toEqual([]);
    await Promise.all([one.drop(), two.drop()]);
    await expect(withClient(one.url, (client) => client.query('SELECT 1'))).rejects.toMatchObject({
      code: '3D000',
    });
  });
});

describe('startPostgres', () => {
  let server: OwnServer;
  afterAll(() => server.close());

  it('keeps address and data when it is stopped and started', async () => {
    server = await startPostgres();
    await withClient(server.url, (client) => client.query('CREATE TABLE kept AS SELECT 42 AS n'));
    await server.stop();
    await expect(withClient(server.url, (client) => client.query('SELECT 1'))).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
    await server.start();
    const { rows } = await withClient(server.url, (client) => client.query('SELECT n FROM kept'));
    expect(rows).toEqual([{ n: 42 }]);
  });

  it('answers nothing while it is paused', async () => {
    await withClient(server.url, async (client) => {
      await server.pause();
      let isAnswered = false;
      const query = client.query('SELECT 1').then(() => (isAnswered = true));
      await server.pause();
      expect(isAnswered).toBe(false);
      await server.resume();
      await expect(query).resolves.toBe(true);
    });
  });
});

describe('supervisor', () => {
  it('takes servers and folder with it when the run is killed', async () => {
    const run = spawn(process.execPath, ['-e', KILLED_RUN, SUPERVISOR, temporaryFolder()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: run.stdout }), 'line')) as [string];
    const { url } = JSON.parse(line) as { url: string };
    const folder = await dataFolder(url);
    expect(existsSync(folder)).toBe(true);
    run.kill('SIGKILL');
    await waitFor(() => !existsSync(folder), 'the folder is removed');
    await expect(withClient(url, (client) => client.query('SELECT 1'))).rejects.toMatchObject({
      code: 'ECONNREFUSED',
    });
  });
});

/** A test run that starts a server and then waits for ever. */
const KILLED_RUN = `
  const { spawn } = require('node:child_process');
  const child = spawn(process.execPath, process.argv.slice(1), { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  child.stdout.pipe(process.stdout);
  child.stdin.write('{"id":1,"action":"start","server":"postgres"}\\n');
  setInterval(() => undefined, 1000);
`;

async function dataFolder(url: string): Promise<string> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ data_directory: string }>('SHOW data_directory'),
  );
  return rows[0]!.data_directory;
}
