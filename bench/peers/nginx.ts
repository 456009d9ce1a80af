import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { freePort } from '../../test/support/servers/free-port.ts';
import { Child } from '../machine/child.ts';
import { onProxyCore } from '../machine/cores.ts';
import { findProgram } from '../machine/programs.ts';
import type { Peer } from './peer.ts';

export const nginx: Peer = {
  name: 'nginx',
  does: 'proxy_pass, no token, no limit, access log',
  missing: () => (findProgram('nginx') === undefined ? 'nginx is not installed' : undefined),
  async start({ upstreamUrl, cores, folder: root }) {
    const folder = mkdtempSync(join(root, 'nginx-'));
    const port = await freePort();
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, configuration(port, new URL(upstreamUrl).host));
    const command = [findProgram('nginx') ?? 'nginx', '-p', folder, '-c', file, '-e', 'stderr'];
    const child = new Child(onProxyCore(cores, command));
    const url = `http://127.0.0.1:${port}`;
    await child.answers(url);
    return { url, pid: child.pid, headers: {}, stop: () => child.stop() };
  },
};

function configuration(port: number, upstream: string): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${name};`,
  );
  return `
daemon off;
pid nginx.pid;
worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 2048; }
http {
  ${paths.join('\n  ')}
  access_log /dev/null;
  keepalive_requests 1000000000;
  client_max_body_size 64m;
  upstream service { server ${upstream}; keepalive 128; keepalive_requests 1000000000; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://service;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_request_buffering off;
    }
  }
}
`;
}
