import { Client } from 'pg';

/** Where the server of this run is, with the right to create databases. */
export function adminUrl(): string {
  const url = process.env.IRIS_TEST_POSTGRES_URL;
  if (url === undefined) throw new Error('the global set-up of the tests has not run');
  return url;
}

/** Runs statements on a connection of its own. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The migrated database that the others are copied from; one for each run. */
export function templateName(): string {
  return `iris_template_${process.env.IRIS_TEST_RUN ?? 'single'}`;
}

/** Names cannot be parameters of a statement; ours need no quoting. */
export async function dropDatabase(name: string): Promise<void> {
  await withClient(adminUrl(), (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}
