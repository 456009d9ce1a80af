import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 5;

/** Waits for a condition, and fails when it does not come true in time. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 5000,
): Promise<void> {
  const endsAt = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > endsAt) throw new Error(`waited ${timeoutMs} ms in vain: ${what}`);
    await pause(POLL_MS);
  }
}
