import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';

/** The prefix has browsers refuse it from anybody who could not set it with `Secure` (RFC 6265bis, 4.1.3). */
const NAME = '__Secure-iris_refresh';

/**
 * Of no use to scripts, to other routes and to other sites. Browsers take loopback addresses for secure. Without an
 * end: it goes with the browser.
 */
const OPTIONS: CookieOptions = {
  httpOnly: true,
  secure: true,
  sameSite: 'strict',
  path: '/console/session',
};

export function readRefreshCookie(request: Request): string | undefined {
  return parseCookie(request.headers.cookie ?? '')[NAME];
}

export function setRefreshCookie(response: Response, token: string): void {
  response.cookie(NAME, token, OPTIONS);
}

export function clearRefreshCookie(response: Response): void {
  response.clearCookie(NAME, OPTIONS);
}
