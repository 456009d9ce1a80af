import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type AddressInfo, type Socket, createServer as createNetServer } from 'node:net';

export interface UpstreamCallRecord {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A real HTTP server on a free port that remembers its calls and answers as it is told. */
export class Upstream {
  readonly calls: UpstreamCallRecord[] = [];
  /** Connections that the caller closed before it had an answer. */
  abandoned = 0;
  /** Requests whose headers have come. */
  requests = 0;
  port = 0;
  readonly #server: Server;
  #behave: Behaviour = (_request, response) => {
    response.end('{}');
  };

  #onRequest: Behaviour = () => undefined;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(port = 0): Promise<Upstream> {
    const upstream = new Upstream();
    upstream.#server.listen(port, '127.0.0.1');
    await once(upstream.#server, 'listening');
    upstream.port = (upstream.#server.address() as AddressInfo).port;
    return upstream;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  behave(behaviour: Behaviour): this {
    this.#behave = behaviour;
    return this;
  }

  /** Does this as soon as the headers are there; the body is read, and answered, all the same. */
  onRequest(behaviour: Behaviour): this {
    this.#onRequest = behaviour;
    return this;
  }

  /** Ends every connection on which nothing is under way. */
  closeConnections(): void {
    this.#server.closeIdleConnections();
  }

  answerJson(body: unknown, status = 200, headers: Record<string, string> = {}): this {
    return this.behave((_request, response) => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    });
  }

  /** Fails the first calls, then goes on with the behaviour that was set before. */
  failFirst(times: number, fail: Behaviour): this {
    const then = this.#behave;
    let left = times;
    return this.behave((request, response) => {
      left -= 1;
      (left >= 0 ? fail : then)(request, response);
    });
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    response.once('close', () => {
      if (!response.writableEnded) this.abandoned += 1;
    });
    this.#onRequest(request, response);
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const { method = '', url: path = '', headers } = request;
    this.calls.push({ method, path, headers, body: Buffer.concat(chunks) });
    this.#behave(request, response);
  }
}

export interface RawUpstream {
  readonly url: string;
  /** Connections so far, and those that are still open. */
  readonly accepted: number;
  readonly open: number;
  close(): Promise<void>;
}

/** A server that answers every connection with these bytes, which need not be HTTP. @param from when it answers */
export async function startRawUpstream(
  respond: (socket: Socket) => void,
  from: 'connection' | 'data' = 'data',
): Promise<RawUpstream> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  const server = createNetServer((socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
    if (from === 'connection') respond(socket);
    else
      socket.once('data', () => {
        respond(socket);
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get accepted() {
      return accepted;
    },
    get open() {
      return sockets.size;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}
