import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { freePort } from '../../test/support/servers/free-port.ts';
import { Child } from '../machine/child.ts';
import { onProxyCore } from '../machine/cores.ts';
import type { Peer } from './peer.ts';

const SERVERS = join(import.meta.dirname, '../servers');
const MODULES = 'fastapi, httpx, jwt, uvicorn';

export const fastApi: Peer = {
  name: 'FastAPI',
  does: 'httpx, PyJWT on every request, a counter in memory',
  missing: () =>
    spawnSync('python3', ['-c', `import ${MODULES}`]).status === 0
      ? undefined
      : `python3 cannot import ${MODULES}`,
  async start({ upstreamUrl, shared, cores }) {
    const port = await freePort();
    const uvicorn = ['-m', 'uvicorn', '--app-dir', SERVERS, '--port', String(port)];
    const command = ['python3', ...uvicorn, '--log-level', 'warning', 'fastapi_gateway:app'];
    const env = { UPSTREAM_URL: upstreamUrl, JWT_SECRET: shared.secret };
    const child = new Child(onProxyCore(cores, command), { env });
    const url = `http://127.0.0.1:${port}`;
    const headers = { authorization: `Bearer ${shared.token}` };
    await child.answers(url, headers);
    return { url, pid: child.pid, headers, stop: () => child.stop() };
  },
};
