import { IrisClient } from '@iris/client';

import { accessToken, renewAccessToken } from '../session/session.ts';
import { carefulFetch } from './careful-fetch.ts';

/** A page can wait for as long as somebody looks at it; what is only busy is worth a few seconds. */
const PATIENCE = { retries: Infinity, unreachableMs: Infinity, busyMs: 10_000 };

/** The gateway that the page came from, as whoever is logged in. */
export const iris = new IrisClient({
  baseUrl: '/',
  auth: { token: accessToken, refresh: renewAccessToken },
  fetch: carefulFetch,
  retry: PATIENCE,
});

/** What a route answers. */
export async function dataOf<T>(answer: Promise<{ readonly data: T }>): Promise<T> {
  return (await answer).data;
}
