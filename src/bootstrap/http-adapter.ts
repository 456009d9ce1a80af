import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse, createServer } from 'node:http';

import type { NestApplicationOptions } from '@nestjs/common';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Express, Response } from 'express';

import { JsonAnswer } from '../common/http/index.js';
import type { AppConfig } from '../config/index.js';
import { deferContinue } from '../edge/index.js';
import { answerClientError } from './client-error.js';

/** How often Node looks for connections that are over their time. */
const CHECK_INTERVAL_MS = 1000;

/** Nest creates the HTTP server without options; slow clients can only be bounded with them. */
export class GatewayHttpAdapter extends ExpressAdapter {
  #isEnding = false;

  constructor(private readonly server: AppConfig['server']) {
    super();
  }

  /** From now on every answer, also to what is under way, asks its client to come back on another connection. */
  announceEnd(): void {
    this.#isEnding = true;
  }

  override initHttpServer(_options: NestApplicationOptions): void {
    const { server } = this;
    this.httpServer = createServer(
      {
        headersTimeout: server.headers_timeout_seconds * 1000,
        requestTimeout: server.request_timeout_seconds * 1000,
        keepAliveTimeout: server.keep_alive_timeout_seconds * 1000,
        connectionsCheckingInterval: CHECK_INTERVAL_MS,
        maxHeaderSize: server.max_header_bytes,
        // The host check answers this, as it does all other bad hosts.
        requireHostHeader: false,
        insecureHTTPParser: false,
        noDelay: true,
        ...messageClasses(this.getInstance(), () => this.#isEnding),
      },
      this.getInstance(),
    );
    deferContinue(this.httpServer);
    this.httpServer.on('clientError', answerClientError);
    this.httpServer.maxConnections = server.max_connections;
  }

  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    if (!(body instanceof JsonAnswer)) return super.reply(response, body, statusCode);
    if (statusCode !== undefined) response.status(statusCode);
    body.send(response);
    return undefined;
  }
}

/**
 * Express gives every message its own prototypes, which undoes what V8 has learnt of them; these have them from the
 * start.
 */
function messageClasses(app: Express, isEnding: () => boolean) {
  class GatewayRequest extends IncomingMessage {}
  class GatewayResponse extends ServerResponse {
    override writeHead(status: number, reason?: string, headers?: OutgoingHttpHeaders): this;
    override writeHead(status: number, headers?: OutgoingHttpHeaders): this;
    override writeHead(
      status: number,
      reason?: string | OutgoingHttpHeaders,
      headers?: OutgoingHttpHeaders,
    ): this {
      if (isEnding()) this.setHeader('Connection', 'close');
      if (typeof reason === 'string') return super.writeHead(status, reason, headers);
      return super.writeHead(status, reason);
    }
  }
  app.request = Object.setPrototypeOf(GatewayRequest.prototype, app.request) as Express['request'];
  app.response = Object.setPrototypeOf(GatewayResponse.prototype, app.response) as Express['response'];
  return { IncomingMessage: GatewayRequest, ServerResponse: GatewayResponse };
}
