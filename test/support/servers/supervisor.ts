import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { postgresRecipe } from './postgres-recipe.ts';
import type { SupervisorAnswer, SupervisorRequest } from './protocol.ts';
import type { RecipeMaker, ServerKind } from './recipe.ts';
import { redisRecipe } from './redis-recipe.ts';
import { ServerProcess } from './server-process.ts';

// A program of its own, run by Node without a build: it outlives a test run that is killed, sees its standard input
// end, and then takes the servers and the folder of the run with it.

/** Another process may take the port before the server does. */
const START_ATTEMPTS = 3;
const RECIPES: Record<ServerKind, RecipeMaker> = { postgres: postgresRecipe, redis: redisRecipe };

const [, , root = ''] = process.argv;
const servers = new Map<ServerKind, ServerProcess>();
let folders = 0;
// PostgreSQL may have to run as somebody else, who passes through to its own folder.
chmodSync(root, 0o711);

async function launch(kind: ServerKind): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    folders += 1;
    const folder = join(root, String(folders));
    mkdirSync(folder, { mode: 0o700 });
    const server = new ServerProcess(await RECIPES[kind](folder));
    servers.set(kind, server);
    try {
      await server.start();
      return server;
    } catch (error) {
      if (attempt === START_ATTEMPTS) throw error;
    }
  }
}

async function perform({ action, server: kind }: SupervisorRequest): Promise<string> {
  const server = servers.get(kind) ?? (await launch(kind));
  switch (action) {
    case 'start':
      await server.start();
      break;
    case 'stop':
      await server.stop();
      break;
    case 'pause':
      server.pause();
      break;
    case 'resume':
      server.resume();
      break;
  }
  return server.recipe.url;
}

async function answer(request: SupervisorRequest): Promise<SupervisorAnswer> {
  try {
    return { id: request.id, url: await perform(request) };
  } catch (error) {
    return { id: request.id, error: error instanceof Error ? error.message : String(error) };
  }
}

async function leave(): Promise<void> {
  await Promise.allSettled(Array.from(servers.values(), (server) => server.stop()));
  rmSync(root, { recursive: true, force: true });
  process.exit();
}

// Ctrl-C is for the test run, whose end ends us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.stdout.on('error', () => undefined);

const requests = createInterface({ input: process.stdin });
requests.on('line', (line) => {
  void answer(JSON.parse(line) as SupervisorRequest).then((result) => {
    process.stdout.write(`${JSON.stringify(result)}\n`);
  });
});
requests.on('close', () => {
  void leave();
});
