import { join } from 'node:path';

import { Child } from '../machine/child.ts';

export interface Upstream {
  readonly url: string;
  /** Milliseconds that each phase takes from now on, by path. */
  delayPhases(delaysMs: Readonly<Record<string, number>>): void;
  stop(): Promise<void>;
}

/** The microservice behind every proxy under test, in a process of its own. */
export async function startUpstream(): Promise<Upstream> {
  const child = new Child([process.execPath, join(import.meta.dirname, 'server.ts')], { ipc: true });
  const { url } = await child.message<{ url: string }>();
  return {
    url,
    delayPhases: (delaysMs) => {
      child.send(delaysMs);
    },
    stop: () => child.stop(),
  };
}
