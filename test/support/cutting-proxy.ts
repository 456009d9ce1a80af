import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProxiedRequest {
  /** Such as `GET /jobs`. */
  readonly route: string;
  readonly headers: IncomingMessage['headers'];
}

/**
 * What the client gets to see: all of it; a stream up to its first event; the beginning of an answer; nothing, although
 * the gateway has answered; or that somebody on the way is too busy.
 */
export type Fate = 'arrives' | 'breaks off' | 'is cut' | 'is lost' | 'is refused';

/** Stands between a client and a gateway, and interferes when a test says so. */
export class CuttingProxy {
  readonly requests: ProxiedRequest[] = [];
  #fateOf: (request: ProxiedRequest) => Fate = () => 'arrives';

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(target: string): Promise<CuttingProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new CuttingProxy(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
      proxy.#forward(target, incoming, response);
    });
    return proxy;
  }

  reset(): void {
    this.requests.length = 0;
    this.#fateOf = () => 'arrives';
  }

  /** Of the next requests of this route, one after the other; all others arrive. */
  next(route: RegExp, ...fates: Fate[]): void {
    this.#fateOf = (proxied) => (route.test(proxied.route) && fates.shift()) || 'arrives';
  }

  requestsTo(route: RegExp): ProxiedRequest[] {
    return this.requests.filter((proxied) => route.test(proxied.route));
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  #forward(target: string, incoming: IncomingMessage, response: ServerResponse): void {
    const { method = '', url: path = '', headers } = incoming;
    const proxied = { route: `${method} ${path}`, headers };
    this.requests.push(proxied);
    const fate = this.#fateOf(proxied);
    if (fate === 'is refused') {
      incoming.resume().once('end', () => response.writeHead(503, { 'retry-after': '1' }).end('busy'));
      return;
    }
    const outgoing = request(new URL(path, target), { method, headers }, (answer) => {
      passOn(answer, response, fate);
    });
    outgoing.on('error', () => response.destroy());
    response.on('close', () => outgoing.destroy());
    incoming.pipe(outgoing);
  }
}

function passOn(answer: IncomingMessage, response: ServerResponse, fate: Fate): void {
  answer.on('error', () => response.destroy());
  if (fate === 'is lost') {
    answer.once('end', () => response.destroy()).resume();
    return;
  }
  response.writeHead(answer.statusCode ?? 500, answer.headers);
  if (fate === 'arrives') answer.pipe(response);
  else if (fate === 'is cut') cut(answer, response);
  else breakOff(answer, response);
}

function breakOff(answer: IncomingMessage, response: ServerResponse): void {
  answer.on('data', (piece: Buffer) => {
    const hasEvent = piece.includes('data: ');
    response.write(piece, () => hasEvent && response.destroy());
  });
}

function cut(answer: IncomingMessage, response: ServerResponse): void {
  answer.once('data', (piece: Buffer) => {
    response.write(piece.subarray(0, piece.length / 2), () => response.destroy());
  });
}
