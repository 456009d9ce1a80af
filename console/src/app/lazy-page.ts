import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';

import { noteUnreachable, whenReachable } from '../api/connection.ts';

const STORAGE_KEY = 'iris-reloaded-at';
const AGAIN_MS = 30_000;

/** A page whose code is loaded when it is gone to. */
export function lazyPage(load: () => Promise<ComponentType>): ComponentType {
  return lazy(() => load().catch(reloadOnce));
}

/** The gateway is away, or is a newer one that has other files: the same address in a new page has the right ones. */
async function reloadOnce(error: unknown): Promise<never> {
  noteUnreachable();
  await whenReachable();
  const reloadedAt = Number(sessionStorage.getItem(STORAGE_KEY));
  if (Date.now() - reloadedAt < AGAIN_MS) throw error;
  sessionStorage.setItem(STORAGE_KEY, String(Date.now()));
  location.reload();
  return new Promise(() => undefined);
}
