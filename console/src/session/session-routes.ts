import { send } from '../api/transport.ts';
import type { User } from './user.ts';

/** What the gateway grants; the refresh token is in a cookie that no script sees. */
export interface Grant {
  readonly access_token: string;
  /** Seconds. */
  readonly expires_in: number;
  readonly user: User;
}

const ROUTE = '/console/session';
/** What no page of a stranger can send without asking: it is what keeps the cookie from being used by one. */
const headers = { 'X-Requested-With': 'iris-console' };

export async function requestLogin(email: string, password: string): Promise<Grant> {
  return readGrant(await send(ROUTE, { method: 'POST', headers, json: { email, password } }));
}

/** @returns undefined when nobody is logged in in this browser */
export async function requestRefresh(): Promise<Grant | undefined> {
  const response = await send(`${ROUTE}/refresh`, { method: 'POST', headers });
  return response.status === 204 ? undefined : readGrant(response);
}

export async function requestLogout(): Promise<void> {
  await send(ROUTE, { method: 'DELETE', headers });
}

function readGrant(response: Response): Promise<Grant> {
  return response.json() as Promise<Grant>;
}
