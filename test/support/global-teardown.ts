import { dropDatabase, templateName } from './postgres-admin.ts';

/** Leaves nothing behind: no process, no folder, and on a server that is not ours no database. */
export default async function globalTeardown(): Promise<void> {
  const { env } = process;
  if (env.TEST_DATABASE_URL && env.IRIS_TEST_POSTGRES_URL) await dropDatabase(templateName());
  await globalThis.irisTestServers?.close();
  globalThis.irisTestServers = undefined;
  delete env.IRIS_TEST_RUN;
  delete env.TMPDIR;
}
