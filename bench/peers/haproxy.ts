import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from '../../test/support/servers/free-port.ts';
import { Child } from '../machine/child.ts';
import { onProxyCore } from '../machine/cores.ts';
import { findProgram } from '../machine/programs.ts';
import type { Peer } from './peer.ts';

export const haproxy: Peer = {
  name: 'HAProxy',
  does: 'jwt_verify on every request, stick-table limit by user',
  missing: () => (findProgram('haproxy') === undefined ? 'haproxy is not installed' : undefined),
  async start({ upstreamUrl, shared, cores, folder: root }) {
    const port = await freePort();
    const file = join(mkdtempSync(join(root, 'haproxy-')), 'haproxy.cfg');
    writeFileSync(file, configuration(port, new URL(upstreamUrl).host, shared.secret));
    const command = [findProgram('haproxy') ?? 'haproxy', '-db', '-f', file];
    const child = new Child(onProxyCore(cores, command));
    const url = `http://127.0.0.1:${port}`;
    const headers = { authorization: `Bearer ${shared.token}` };
    await child.answers(url, headers);
    return { url, pid: child.pid, headers, stop: () => child.stop() };
  },
};

function configuration(port: number, upstream: string, secret: string): string {
  return `
global
  nbthread 1
  maxconn 2000
defaults
  mode http
  timeout client 60s
  timeout server 60s
  timeout connect 5s
frontend gateway
  bind 127.0.0.1:${port}
  stick-table type string len 64 size 100k expire 1h store http_req_rate(1h)
  http-request set-var(txn.bearer) http_auth_bearer
  http-request set-var(txn.sub) var(txn.bearer),jwt_payload_query('$.sub')
  http-request deny deny_status 401 unless { var(txn.bearer),jwt_header_query('$.alg') -m str HS256 }
  http-request deny deny_status 401 unless { var(txn.bearer),jwt_verify("HS256","${secret}") -m int 1 }
  http-request track-sc0 var(txn.sub)
  http-request deny deny_status 429 if { sc_http_req_rate(0) gt 1000000000 }
  default_backend service
backend service
  http-reuse always
  server one ${upstream}
`;
}
