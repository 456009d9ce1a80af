import { join } from 'node:path';

import { Child } from '../machine/child.ts';
import { onProxyCore } from '../machine/cores.ts';
import type { Peer } from './peer.ts';

const SERVERS = join(import.meta.dirname, '../servers');

/** A peer that is a small program of Node in servers/. */
export function nodePeer(name: string, does: string, program: string): Peer {
  return {
    name,
    does,
    missing: () => undefined,
    async start({ upstreamUrl, shared, cores }) {
      const command = onProxyCore(cores, [process.execPath, join(SERVERS, program)]);
      const env = { NODE_ENV: 'production', UPSTREAM_URL: upstreamUrl, JWT_SECRET: shared.secret };
      const child = new Child(command, { env, ipc: true });
      const { url } = await child.message<{ url: string }>();
      return {
        url,
        pid: child.pid,
        headers: { authorization: `Bearer ${shared.token}` },
        stop: () => child.stop(),
      };
    },
  };
}
