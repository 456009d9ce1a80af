import { ServiceClients } from '../../src/proxy/index.js';
import { TestGateway } from './gateway.js';
import { RawClient } from './raw-client.js';
import { waitFor } from './wait-for.js';

const MOUNT = '/services/image_processor';

/**
 * Short delays keep retries from slowing tests down; high thresholds keep breaker and limits out of other tests, and
 * calls are counted, so that there are no probes.
 */
const SETTINGS = {
  IRIS__monitoring__health_checks__services: '[]',
  IRIS__services__image_processor__retry_delay: '0.01',
  IRIS__services__image_processor__circuit_breaker__failure_threshold: '1000',
  IRIS__rate_limiting__authenticated__limit: '1000000/hour',
  IRIS__rate_limiting__processing__limit: '1000000/hour',
};

interface Numbers {
  readonly inFlight: number;
  readonly queued: number;
  readonly atInstances: number;
}

export const IDLE: Numbers = { inFlight: 0, queued: 0, atInstances: 0 };

/** A gateway in front of one microservice that a test plays, and a user who calls it through `/services/…`. */
export class ProxiedService {
  private constructor(
    readonly gateway: TestGateway,
    readonly token: string,
  ) {}

  /** @param url of the microservice, or of its instances, with commas between them */
  static async start(url: string, env: Readonly<Record<string, string>> = {}): Promise<ProxiedService> {
    const gateway = await TestGateway.start({
      services: { image_processor: url },
      env: { ...SETTINGS, ...env },
    });
    return new ProxiedService(gateway, await gateway.tokenOf('proxy@iris.example.com'));
  }

  get client() {
    return this.gateway.app.get(ServiceClients).get('image_processor');
  }

  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.token}`, ...(init.headers as Record<string, string>) };
    return this.gateway.fetch(MOUNT + path, { redirect: 'manual', ...init, headers });
  }

  /** The first bytes of a request, as no HTTP client would write it. @param lines further headers */
  head(method: string, path: string, ...lines: string[]): string {
    const first = [`${method} ${MOUNT}${path} HTTP/1.1`, 'Host: 127.0.0.1'];
    return [...first, `Authorization: Bearer ${this.token}`, ...lines, '', ''].join('\r\n');
  }

  /** Opens a connection and says this on it. */
  say(bytes: string | Uint8Array): RawClient {
    const client = new RawClient(this.gateway.url);
    client.send(bytes);
    return client;
  }

  /** One whole exchange in raw bytes, on a connection that ends with it. */
  async exchange(method: string, path: string, lines: readonly string[] = [], body = ''): Promise<RawClient> {
    const client = this.say(this.head(method, path, 'Connection: close', ...lines) + body);
    await client.closed();
    return client;
  }

  /** What is under way; `IDLE` when nothing was forgotten. */
  get numbers(): Numbers {
    const { bulkhead, instances } = this.client;
    const atInstances = instances.all.reduce((sum, { inFlight }) => sum + inFlight, 0);
    return { inFlight: bulkhead.inFlight, queued: bulkhead.queued, atInstances };
  }

  async becomesIdle(): Promise<void> {
    const isIdle = (): boolean => JSON.stringify(this.numbers) === JSON.stringify(IDLE);
    await waitFor(isIdle, 'nothing is under way any more', 3000);
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }
}
