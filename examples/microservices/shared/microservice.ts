import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readBody, type Body } from './body.ts';
import { answer, sendError } from './exchange.ts';
import { Faults } from './faults.ts';
import { HttpError } from './http-error.ts';
import { Stats, UNCOUNTED } from './stats.ts';

const MAX_BODY_BYTES = 25 * 1024 * 1024;
const CLOSE_TIMEOUT_MS = 2000;

/** `signal` aborts when the client goes away: nobody waits for the result, so stop working on it. */
export type ServiceRequest = Body & { signal: AbortSignal };
export type Handler = (request: ServiceRequest) => Promise<object>;

/** A handler that allows bodies of another size than 25 MB. */
export interface Route {
  handler: Handler;
  maxBodyBytes: number;
}

export interface MicroserviceOptions {
  name: string;
  version: string;
  modelVersion: () => string;
  /** By method and path: `'POST /process'`. */
  routes: Record<string, Handler | Route>;
  /** Frees what the handlers hold (worker threads, …) once nothing runs any more. */
  onClose?: () => Promise<void>;
}

export interface Microservice {
  name: string;
  /** Port 0 takes any free port. Rejects when the port is in use. */
  listen(port: number, host?: string): Promise<{ port: number; url: string }>;
  /** Lets running calls finish for 2 s, then cuts them. */
  close(): Promise<void>;
}

/** An HTTP service with `/health`, `/faults` and `/stats` beside the given routes. */
export function createMicroservice(options: MicroserviceOptions): Microservice {
  return new HttpMicroservice(options);
}

class HttpMicroservice implements Microservice {
  readonly name: string;
  private readonly options: MicroserviceOptions;
  private readonly faults = new Faults();
  private readonly stats = new Stats();
  private readonly startedAt = performance.now();
  private readonly closing = new AbortController();
  private readonly routes: Map<string, Handler | Route>;
  private readonly server: Server;

  constructor(options: MicroserviceOptions) {
    this.name = options.name;
    this.options = options;
    this.routes = new Map(Object.entries({ ...options.routes, ...this.builtInRoutes() }));
    // Five seconds, like uvicorn: clients must cope with a server that ends idle connections.
    this.server = createServer({ keepAliveTimeout: 5000 }, (request, response) => {
      void this.serve(request, response);
    });
  }

  listen(port: number, host = '127.0.0.1'): Promise<{ port: number; url: string }> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        const address = this.server.address();
        const bound = typeof address === 'object' && address ? address.port : port;
        resolve({ port: bound, url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}` });
      });
    });
  }

  async close(): Promise<void> {
    this.closing.abort();
    const cut = setTimeout(() => {
      this.server.closeAllConnections();
    }, CLOSE_TIMEOUT_MS);
    await new Promise((resolve) => this.server.close(resolve));
    clearTimeout(cut);
    await this.options.onClose?.();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '/').replace(/\?.*/s, '');
    const key = `${request.method ?? ''} ${path}`;
    const startedAt = performance.now();
    const call = Object.hasOwn(this.options.routes, key) ? this.stats.start(path) : UNCOUNTED;
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableEnded) gone.abort();
      call.end('aborted');
      if (process.env['LOG'] === '1') log(this.name, key, response, performance.now() - startedAt);
    });
    const closing = this.closing.signal;
    const exchange = { response, call, closing, ended: AbortSignal.any([gone.signal, closing]) };
    try {
      setHeaders(request, response);
      const { handler, maxBodyBytes } = this.findRoute(key, response);
      const fault = this.faults.take(path);
      const body = await readBody(request, maxBodyBytes);
      await answer(exchange, fault, () => handler({ ...body, signal: gone.signal }));
    } catch (error) {
      sendError(exchange, error);
    } finally {
      call.settle();
    }
  }

  private findRoute(key: string, response: ServerResponse): Route {
    const route = this.routes.get(key);
    if (route) return typeof route === 'function' ? { handler: route, maxBodyBytes: MAX_BODY_BYTES } : route;
    const path = key.slice(key.indexOf(' '));
    const allowed = [...this.routes.keys()].filter((each) => each.endsWith(path));
    if (allowed.length === 0) throw new HttpError(404, 'NOT_FOUND', `there is no${path}`);
    response.setHeader('Allow', allowed.map((each) => each.replace(path, '')).join(', '));
    throw new HttpError(405, 'METHOD_NOT_ALLOWED', `not with this method`);
  }

  private builtInRoutes(): Record<string, Handler> {
    const answerWith = (make: (json: unknown) => object): Handler => {
      return ({ json }) => Promise.resolve(make(json));
    };
    return {
      'GET /health': answerWith(() => this.health()),
      'GET /stats': answerWith(() => this.stats.snapshot()),
      'GET /faults': answerWith(() => this.faults.get()),
      'POST /faults': answerWith((json) => this.faults.set(json)),
      'DELETE /faults': answerWith(() => this.faults.clear()),
    };
  }

  private health(): object {
    return {
      status: 'healthy',
      service: this.name,
      version: this.options.version,
      model_version: this.options.modelVersion(),
      uptime: (performance.now() - this.startedAt) / 1000,
    };
  }
}

function setHeaders(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Type', 'application/json');
  const requestId = request.headers['x-request-id'];
  if (requestId) response.setHeader('X-Request-ID', requestId);
}

function log(name: string, key: string, response: ServerResponse, ms: number): void {
  const status = response.writableEnded ? response.statusCode : 'aborted';
  const requestId = response.getHeader('X-Request-ID') ?? '-';
  console.log(`${name} ${key} ${status} ${ms.toFixed(0)}ms ${requestId.toString()}`);
}
