import { randomUUID } from 'node:crypto';

import { Supervisor } from './servers/supervisor-client.ts';

declare global {
  var irisTestServers: Supervisor | undefined;
}

/** Starts one PostgreSQL and one Redis for the whole run; the workers learn where from the environment. */
export default async function globalSetup(): Promise<void> {
  const { env } = process;
  if (env.IRIS_TEST_RUN !== undefined) return;
  env.IRIS_TEST_RUN = randomUUID().slice(0, 8);
  const supervisor = new Supervisor();
  globalThis.irisTestServers = supervisor;
  // What tests leave behind, because they were killed or forgot, goes with the run.
  env.TMPDIR = supervisor.folder;
  const [postgresUrl, redisUrl] = await Promise.all([
    env.TEST_DATABASE_URL || supervisor.perform('start', 'postgres'),
    env.TEST_REDIS_URL || supervisor.perform('start', 'redis'),
  ]);
  env.IRIS_TEST_POSTGRES_URL = postgresUrl;
  env.IRIS_TEST_REDIS_URL = redisUrl;
}
