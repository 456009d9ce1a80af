import '../support/quiet-nest.js';

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { TestingModule } from '@nestjs/testing';
import { Pool } from 'pg';

import { Database } from '../../src/database/index.js';
import { waitFor } from '../support/wait-for.js';
import { startDatabaseModule, temporaryFolder, testConfig } from './database-support.js';

jest.setTimeout(90_000);

interface Lock {
  readonly pid: number;
  readonly socket: string;
}

let dataDir: string;
let modules: TestingModule[];

const lockPath = (): string => join(dataDir, 'postgres.json');
const readLock = (): Lock => JSON.parse(readFileSync(lockPath(), 'utf8')) as Lock;

async function start(): Promise<Database> {
  const module = await startDatabaseModule(testConfig({ DATABASE_URL: '', IRIS_DATA_DIR: dataDir }));
  modules.push(module);
  const database = module.get(Database);
  await database.whenReady();
  return database;
}

async function close(index: number): Promise<void> {
  await modules.splice(index, 1)[0]?.close();
}

// A fresh cluster takes seconds to make, a copy of one does not.
let freshCluster: string;

beforeAll(async () => {
  dataDir = freshCluster = temporaryFolder();
  modules = [];
  await start();
  await close(0);
});

afterAll(() => {
  rmSync(freshCluster, { recursive: true, force: true });
});

beforeEach(() => {
  dataDir = temporaryFolder();
  cpSync(freshCluster, dataDir, { recursive: true });
  modules = [];
});

afterEach(async () => {
  while (modules.length > 0) await close(0);
  rmSync(dataDir, { recursive: true, force: true });
});

describe('embedded PostgreSQL', () => {
  it('serves on a socket that nobody else reaches, keeps its data, and leaves nothing behind', async () => {
    const database = await start();
    const { pid, socket } = readLock();
    expect(pid).toBe(process.pid);
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
    expect(statSync(lockPath()).mode & 0o777).toBe(0o600);
    await database.run((manager) => manager.query('CREATE TABLE kept AS SELECT 42 AS n'));
    await close(0);
    expect(existsSync(dirname(socket))).toBe(false);
    expect(readdirSync(dataDir)).toEqual(['postgres']);

    const again = await start();
    await expect(again.run((manager) => manager.query('SELECT n FROM kept'))).resolves.toEqual([{ n: 42 }]);
  });

  it('is shared with another process, and handed over when its process ends', async () => {
    const first = await start();
    await first.run((manager) => manager.query('CREATE TABLE shared AS SELECT 1 AS n'));
    const owner = readLock();
    const { stdout } = await promisify(execFile)(process.execPath, [
      '-e',
      OTHER_PROCESS,
      dirname(owner.socket),
    ]);
    expect(JSON.parse(stdout)).toEqual([{ n: 1 }]);

    const second = await start();
    expect(readLock()).toEqual(owner);
    await close(0);
    await waitFor(
      () => second.run((m) => m.query('SELECT 1')).then(Boolean, () => false),
      'handed over',
      30_000,
    );
    expect(readLock().socket).not.toBe(owner.socket);
    await expect(second.run((manager) => manager.query('SELECT n FROM shared'))).resolves.toEqual([{ n: 1 }]);
  });

  it('takes over from a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', KILLED_PROCESS, tmpdir()], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [socket] = (await once(child.stdout, 'data')) as [Buffer];
    child.kill('SIGKILL');
    await once(child, 'exit');
    // The pid is somebody who lives: only the socket tells.
    writeFileSync(lockPath(), JSON.stringify({ pid: process.pid, socket: socket.toString() }));
    await start();
    expect(readLock().socket).not.toBe(socket.toString());
    expect(existsSync(dirname(socket.toString()))).toBe(false);
  });

  it('never mixes the queries of two connections, however large they are', async () => {
    await start();
    const pool = new Pool({
      host: dirname(readLock().socket),
      user: 'postgres',
      database: 'postgres',
      max: 4,
    });
    const large = 'x'.repeat(1_500_000);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        index % 2 === 0
          ? pool.query<{ n: number }>('SELECT $1::int AS n, $2::text AS t', [index, large])
          : pool.query<{ n: number }>('SELECT $2::text AS t, $1::int AS n, true AS b', [index, large]),
      ),
    );
    expect(answers.map(({ rows }) => rows[0]?.n)).toEqual(Array.from({ length: 12 }, (_, index) => index));
    await pool.end();
  });

  it('rolls back for a client that breaks off inside a transaction', async () => {
    const database = await start();
    await database.run((manager) => manager.query('CREATE TABLE notes (t text)'));
    const pool = new Pool({
      host: dirname(readLock().socket),
      user: 'postgres',
      database: 'postgres',
      max: 1,
    });
    const client = await pool.connect();
    client.on('error', () => undefined);
    await client.query('BEGIN');
    await client.query(`INSERT INTO notes VALUES ('half')`);
    client.release(true);
    await expect(database.run((manager) => manager.query('SELECT * FROM notes'))).resolves.toEqual([]);
    await pool.end();
  });
});

const OTHER_PROCESS = `
  const { Client } = require('pg');
  const client = new Client({ host: process.argv[1], user: 'postgres', database: 'postgres' });
  client.connect()
    .then(() => client.query('SELECT n FROM shared'))
    .then(({ rows }) => process.stdout.write(JSON.stringify(rows)))
    .then(() => client.end());
`;

const KILLED_PROCESS = `
  const { mkdtempSync } = require('node:fs');
  const socket = mkdtempSync(process.argv[1] + '/iris-postgres-') + '/.s.PGSQL.5432';
  require('node:net').createServer().listen(socket, () => process.stdout.write(socket));
`;
