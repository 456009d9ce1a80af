import { once } from 'node:events';
import { type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { AggregatorRegistry } from 'prom-client';

import type { AppConfig } from '../config/index.js';

/** In the primary process: the metrics of all workers, joined as each metric's `aggregator` says (summed, mostly). */
export class WorkersMetricsServer {
  readonly #registry = new AggregatorRegistry();

  constructor(private readonly config: Pick<AppConfig, 'monitoring' | 'server'>) {}

  /** @returns the URL of the metrics, or undefined when they are switched off */
  async listen(): Promise<string | undefined> {
    const { enabled, port, path } = this.config.monitoring.prometheus;
    if (!enabled) return undefined;
    const server = createServer((request, response) => {
      if (request.url === path) void this.#answer(response);
      else response.writeHead(404).end();
    });
    server.listen(port, this.config.server.host);
    await once(server, 'listening');
    const { address, port: boundPort, family } = server.address() as AddressInfo;
    const host = family === 'IPv6' ? `[${address}]` : address;
    return new URL(path, `http://${host}:${boundPort}`).href;
  }

  /** A worker that does not answer within 5 s spoils the scrape: half of the truth would look like the truth. */
  async #answer(response: ServerResponse): Promise<void> {
    try {
      const text = await this.#registry.clusterMetrics();
      response.writeHead(200, { 'content-type': this.#registry.contentType }).end(text);
    } catch {
      response.writeHead(503).end();
    }
  }
}
