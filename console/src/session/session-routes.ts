import { IrisError, IrisNetworkError, type Problem } from '@iris/client';

import { carefulFetch } from '../api/careful-fetch.ts';
import type { User } from './user.ts';

/** What the gateway grants; the refresh token is in a cookie that no script sees. */
export interface Grant {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly user: User;
}

const ROUTE = '/console/session';

/** @throws IrisError, IrisNetworkError */
export async function requestLogin(email: string, password: string): Promise<Grant> {
  return readGrant(await send('POST', ROUTE, JSON.stringify({ email, password })));
}

/**
 * @returns undefined when nobody is logged in in this browser
 * @throws IrisError when the session has ended or the gateway is busy, IrisNetworkError
 */
export async function requestRefresh(): Promise<Grant | undefined> {
  const response = await send('POST', `${ROUTE}/refresh`);
  return response.status === 204 ? undefined : readGrant(response);
}

/** @throws IrisError, IrisNetworkError */
export async function requestLogout(): Promise<void> {
  await send('DELETE', ROUTE);
}

async function send(method: string, path: string, body?: string): Promise<Response> {
  // What no page of a stranger can send without asking: it is what keeps the cookie from being used by one.
  const own = { 'X-Requested-With': 'iris-console' };
  // A logout is to arrive also when the page is closed at once.
  const keepalive = method === 'DELETE';
  const headers = body === undefined ? own : { ...own, 'Content-Type': 'application/json' };
  const response = await carefulFetch(path, { method, headers, body: body ?? null, keepalive }).catch(
    (cause: unknown) => {
      throw new IrisNetworkError(location.origin, String(cause), { cause });
    },
  );
  if (response.ok) return response;
  throw await toError(response);
}

async function toError(response: Response): Promise<IrisError> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new IrisError(response.status, problem, Number.isNaN(seconds) ? undefined : seconds * 1000);
}

function readGrant(response: Response): Promise<Grant> {
  return response.json() as Promise<Grant>;
}
