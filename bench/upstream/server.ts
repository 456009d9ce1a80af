import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ANSWER, PHASE_ANSWERS } from './answers.ts';

// The microservice behind every proxy under test: it does nothing, at once.

const phases = new Map(Object.entries(PHASE_ANSWERS).map(([path, answer]) => [path, JSON.stringify(answer)]));
/** Milliseconds that a phase takes, by path; set by whoever started us. */
let phaseDelaysMs: Readonly<Record<string, number>> = {};

const server = createServer((request, response) => {
  const { method, url = '' } = request;
  const phase = method === 'POST' ? phases.get(url) : undefined;
  if (method === 'GET') {
    send(response, ANSWER);
    return;
  }
  request.resume().once('end', () => {
    const delayMs = phaseDelaysMs[url] ?? 0;
    if (delayMs > 0) setTimeout(send, delayMs, response, phase ?? ANSWER);
    else send(response, phase ?? ANSWER);
  });
});

function send(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

process.on('message', (message) => {
  phaseDelaysMs = message as typeof phaseDelaysMs;
});
process.on('disconnect', () => process.exit());
// Proxies keep idle connections; ours must not end first.
server.keepAliveTimeout = 600_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${port}` });
});
