import { dataOf, iris } from '../../api/client.ts';
import { useQuery } from '../../components/use-query.ts';

/** Addresses of users by their ids. */
export type Emails = ReadonlyMap<string, string>;

const NONE: Emails = new Map();
/** The most that one page holds; of who is not in it the id is shown. */
const LIMIT = 100;

export function useEmails(): Emails {
  return useQuery('emails', readEmails).data ?? NONE;
}

async function readEmails(signal: AbortSignal): Promise<Emails> {
  const query = { limit: LIMIT };
  const { items } = await dataOf(iris.api.GET('/admin/users', { params: { query }, signal }));
  return new Map(items.map(({ id, email }) => [id, email]));
}
