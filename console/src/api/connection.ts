import { signal } from '@preact/signals';

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
const PROBE_TIMEOUT_MS = 5_000;

/** Whether the gateway answers; `retryAt` is when it is asked next. */
export type Connection = { readonly state: 'up' } | { readonly state: 'down'; readonly retryAt: number };

export const connection = signal<Connection>({ state: 'up' });

let recovery: Promise<void> | undefined;
let endWait: () => void = () => undefined;

/** Nobody has answered: from now on it is looked for again and again. */
export function noteUnreachable(): void {
  recovery ??= recover().finally(() => {
    recovery = undefined;
  });
}

/** @throws the signal's reason when it is aborted meanwhile */
export async function whenReachable(signal?: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => {
    aborted.reject(signal?.reason as Error);
  };
  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort);
  try {
    await Promise.race([recovery, aborted.promise]);
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

export function reconnectNow(): void {
  endWait();
}

async function recover(): Promise<void> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)) {
    // Not all pages at the same moment, when a gateway of many comes back.
    const ms = waitMs * (0.75 + Math.random() / 2);
    connection.value = { state: 'down', retryAt: Date.now() + ms };
    await wait(ms);
    if (await isAlive()) break;
  }
  connection.value = { state: 'up' };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    endWait = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

async function isAlive(): Promise<boolean> {
  try {
    const { ok } = await fetch('/health/live', {
      cache: 'no-store',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return ok;
  } catch {
    return false;
  }
}
