import { noteUnreachable, whenReachable } from './connection.ts';

/** Statuses of whatever is in front of a gateway that is not there. */
const FROM_SOMEBODY_ELSE = [502, 503, 504];

/**
 * fetch(), but nothing is sent while the gateway is known to be away.
 * @throws TypeError when nobody answers, as fetch() does
 */
export async function carefulFetch(url: string, init: RequestInit): Promise<Response> {
  await whenReachable(init.signal ?? undefined);
  try {
    const response = await fetch(url, { cache: 'no-store', ...init });
    if (isOfGateway(response)) return response;
    throw new TypeError(`something else answers ${response.status}`);
  } catch (error) {
    if (error instanceof TypeError) noteUnreachable();
    throw error;
  }
}

function isOfGateway({ status, headers }: Response): boolean {
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  return isProblem || !FROM_SOMEBODY_ELSE.includes(status);
}
