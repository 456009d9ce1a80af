import { IrisError, IrisNetworkError } from '@iris/client';
import { signal } from '@preact/signals';

import { whenReachable } from '../api/connection.ts';
import { onOtherTabs, tellOtherTabs } from './other-tabs.ts';
import { SessionEndedError } from './session-ended-error.ts';
import { type Grant, requestLogin, requestLogout, requestRefresh } from './session-routes.ts';
import type { User } from './user.ts';

/** `expired`: somebody was logged in; what the page holds is kept for when they are back. */
export type SessionState = 'starting' | 'anonymous' | 'active' | 'expired';

export const sessionState = signal<SessionState>('starting');
export const user = signal<User | undefined>(undefined);

/** So long before its end a token is replaced, and so long it is not sent any more: clocks and networks differ. */
const RENEW_AHEAD_MS = 60_000;
const TOO_LATE_MS = 10_000;
const BUSY_WAIT_MS = 2_000;

interface Token {
  readonly text: string;
  readonly renewAt: number;
  readonly uselessAt: number;
}

let token: Token | undefined;
let renewal: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let login = Promise.withResolvers<undefined>();

/** Finds out whether there is a session from before. */
export async function startSession(): Promise<void> {
  onOtherTabs((message) => {
    if (message.type === 'ended') becomeAnonymous();
    else adopt(message.grant);
  });
  await renew();
}

/** @throws IrisError, IrisNetworkError */
export async function logIn(email: string, password: string): Promise<void> {
  take(await requestLogin(email, password));
}

/** Ends here whatever the gateway says: the session would end by itself. */
export async function logOut(): Promise<void> {
  becomeAnonymous();
  tellOtherTabs({ type: 'ended' });
  await requestLogout().catch(() => undefined);
}

/**
 * Waits while one has to log in again.
 * @throws SessionEndedError when nobody or somebody else has logged in
 */
export async function accessToken(): Promise<string> {
  const owner = user.value?.id;
  while (!token || Date.now() >= token.uselessAt) {
    if (sessionState.value === 'anonymous') throw new SessionEndedError();
    if (sessionState.value === 'expired') await login.promise;
    else await renew();
  }
  if (user.value?.id !== owner) throw new SessionEndedError();
  return token.text;
}

/** @param refused a token that the gateway has answered with 401 */
export async function renewAccessToken(refused: string): Promise<void> {
  if (token?.text === refused) token = undefined;
  await accessToken();
}

/** Once at a time, over all tabs. */
function renew(): Promise<void> {
  renewal ??= navigator.locks.request('iris-session', renewInTurn).finally(() => {
    renewal = undefined;
  });
  return renewal;
}

async function renewInTurn(): Promise<void> {
  // Another tab may have done it while this one waited for its turn.
  if (token && Date.now() < token.renewAt) return;
  try {
    const grant = await patiently(requestRefresh);
    if (grant) take(grant);
    else end();
  } catch (error) {
    if (!(error instanceof IrisError)) throw error;
    end();
  }
}

function end(): void {
  token = undefined;
  sessionState.value = user.value ? 'expired' : 'anonymous';
}

function take(grant: Grant): void {
  adopt(grant);
  tellOtherTabs({ type: 'granted', grant });
}

/** A gateway that restarts or is busy has not ended the session. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof IrisNetworkError) await whenReachable();
      else if (error instanceof IrisError && isPassing(error)) await pause(error);
      else throw error;
    }
  }
}

function isPassing({ status }: IrisError): boolean {
  return status === 429 || status >= 500;
}

function pause({ retryAfterMs }: IrisError): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(retryAfterMs ?? 0, BUSY_WAIT_MS)));
}

function adopt({ access_token: text, expires_in: seconds, user: owner }: Grant): void {
  token = toToken(text, seconds * 1000);
  // The same object as long as it is the same person, so that nothing is drawn anew.
  if (JSON.stringify(user.value) !== JSON.stringify(owner)) user.value = owner;
  sessionState.value = 'active';
  clearTimeout(timer);
  timer = setTimeout(() => void renew(), token.renewAt - Date.now());
  login.resolve(undefined);
  login = Promise.withResolvers();
}

/** Short tokens are for trying things out: half of one is ahead enough. */
function toToken(text: string, lifetimeMs: number): Token {
  const endsAt = Date.now() + lifetimeMs;
  return {
    text,
    renewAt: endsAt - Math.min(RENEW_AHEAD_MS, lifetimeMs / 2),
    uselessAt: endsAt - Math.min(TOO_LATE_MS, lifetimeMs / 4),
  };
}

function becomeAnonymous(): void {
  clearTimeout(timer);
  token = undefined;
  user.value = undefined;
  sessionState.value = 'anonymous';
  login.resolve(undefined);
  login = Promise.withResolvers();
}
