import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { findSoftware, hasProgram } from './binaries.ts';
import { freePort } from './free-port.ts';
import type { Recipe } from './recipe.ts';

const SOFTWARE = { programs: ['redis-server'], aptPackage: 'redis-server', brewFormula: 'redis' } as const;

/** A Redis without a file, on a free port of the loopback interface, with a password of its own. */
export async function redisRecipe(folder: string): Promise<Recipe> {
  const port = await freePort();
  const password = randomUUID();
  const settings = ['--save', '', '--appendonly', 'no', '--databases', '1024', '--requirepass', password];
  const common = {
    cwd: folder,
    identity: undefined,
    ready: /Ready to accept connections/,
    stopSignal: 'SIGKILL',
    url: `redis://:${password}@127.0.0.1:${port}/0`,
  } as const;
  const bin = findSoftware(SOFTWARE);
  if (bin !== undefined) {
    const args = ['--bind', '127.0.0.1', '--port', String(port), ...settings];
    return { ...common, command: join(bin, 'redis-server'), args, container: undefined };
  }
  if (!hasProgram('docker')) {
    throw new Error('Redis is missing. Install it (Debian: redis-server), or set TEST_REDIS_URL.');
  }
  const container = `iris-test-redis-${port}`;
  const options = ['--rm', '--name', container, '-p', `127.0.0.1:${port}:6379`];
  return {
    ...common,
    command: 'docker',
    args: ['run', ...options, 'redis:7-alpine', ...settings],
    container,
  };
}
