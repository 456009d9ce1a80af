import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { findSoftware, hasProgram } from './binaries.ts';
import { freePort } from './free-port.ts';
import type { Recipe } from './recipe.ts';

const SOFTWARE = {
  programs: ['postgres', 'initdb'],
  aptPackage: 'postgresql',
  brewFormula: 'postgresql@15',
} as const;
/** Data must outlive a crash of the server, not one of the machine. */
const SETTINGS = [
  'fsync=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=32MB',
  'timezone=UTC',
].flatMap((setting) => ['-c', setting]);

/** A fresh cluster on a free port of the loopback interface, with a password of its own. */
export async function postgresRecipe(folder: string): Promise<Recipe> {
  const port = await freePort();
  const password = randomUUID();
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  const bin = findSoftware(SOFTWARE);
  if (bin !== undefined) return nativeRecipe({ folder, bin, port, password, url });
  if (hasProgram('docker')) return dockerRecipe({ folder, port, password, url });
  throw new Error('PostgreSQL is missing. Install it (Debian: postgresql), or set TEST_DATABASE_URL.');
}

interface Site {
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  readonly url: string;
}

function nativeRecipe({ folder, bin, port, password, url }: Site & { readonly bin: string }): Recipe {
  const identity = unprivilegedIdentity();
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password);
  if (identity) {
    chownSync(folder, identity.uid, identity.gid);
    chownSync(passwordFile, identity.uid, identity.gid);
  }
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=password'];
  const speed = ['--no-sync', '--encoding=UTF8', '--locale=C'];
  execFileSync(join(bin, 'initdb'), ['-D', data, ...access, ...speed], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...identity,
  });
  return {
    command: join(bin, 'postgres'),
    args: ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', ...SETTINGS],
    cwd: folder,
    identity,
    ready: /ready to accept connections/,
    stopSignal: 'SIGQUIT',
    url,
    container: undefined,
  };
}

function dockerRecipe({ folder, port, password, url }: Site): Recipe {
  const container = `iris-test-postgres-${port}`;
  const mapping = ['-p', `127.0.0.1:${port}:5432`, '-v', `${join(folder, 'data')}:/var/lib/postgresql/data`];
  const options = ['--rm', '--name', container, '-e', `POSTGRES_PASSWORD=${password}`, ...mapping];
  return {
    command: 'docker',
    args: ['run', ...options, 'postgres:15-alpine', ...SETTINGS],
    cwd: folder,
    identity: undefined,
    // At first the image starts a server for its own set-up.
    ready: /(init process complete|Skipping initialization)[\s\S]*ready to accept connections/,
    stopSignal: 'SIGKILL',
    url,
    container,
  };
}

/** PostgreSQL refuses to run as root. */
function unprivilegedIdentity(): Recipe['identity'] {
  if (process.getuid?.() !== 0) return undefined;
  return identityOf('postgres') ?? identityOf('nobody');
}

function identityOf(user: string): Recipe['identity'] {
  try {
    const ask = (flag: string): number => Number(execFileSync('id', [flag, user], { stdio: 'pipe' }));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}
