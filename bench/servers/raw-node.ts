import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';

import { type Dispatcher, Pool } from 'undici';

import { announce, upstreamUrl } from './listen.ts';

// The least that Node can do: every answer goes from undici's callbacks into the response.

const pool = new Pool(upstreamUrl, { connections: 64, pipelining: 1 });

const server = createServer((request, response) => {
  const { method = 'GET', url = '/' } = request;
  const body = method === 'GET' ? null : request;
  pool.dispatch({ method, path: url, headers: headersOf(request), body }, relay(response));
});

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const { 'content-type': type, 'content-length': length } = headers;
  return { ...(type !== undefined && { 'content-type': type }), ...(length && { 'content-length': length }) };
}

function relay(response: ServerResponse): Dispatcher.DispatchHandler {
  return {
    onRequestStart: () => undefined,
    onResponseStart(_controller, status, headers) {
      response.writeHead(status, headers);
    },
    onResponseData(controller, chunk) {
      if (response.write(chunk)) return;
      controller.pause();
      response.once('drain', () => {
        controller.resume();
      });
    },
    onResponseEnd() {
      response.end();
    },
    onResponseError() {
      response.destroy();
    },
  };
}

server.listen(0, '127.0.0.1', () => {
  announce(server.address());
});
