import { Resolver } from 'node:dns/promises';

import { Injectable } from '@nestjs/common';
import { buildConnector, Client, type Dispatcher } from 'undici';

import { type Span, traced } from '../../common/tracing/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { type Answer, type AttemptError, attemptErrorOf, retryAfterMs } from './answer.js';
import { CallbackUrls } from './callback-urls.js';
import { guardedConnector } from './guarded-connector.js';
import { type SignedMessage, signatureHeaders } from './signature.js';

/** Of the answer, so that the receiver is not cut off in the middle of a short one. */
const MAX_ANSWER_BYTES = 65_536;
const DNS_TRIES = 2;

export interface Message extends SignedMessage {
  readonly url: string;
  /** All that are valid now. */
  readonly secrets: readonly Buffer[];
}

/** Makes one attempt. */
@Injectable()
export class WebhookSender {
  readonly #timeoutMs: number;
  /** For hosts that anybody may name. */
  readonly #guarded: buildConnector.connector;
  /** For hosts that the operator has named. */
  readonly #open: buildConnector.connector;

  constructor(
    private readonly urls: CallbackUrls,
    @InjectConfig('webhooks') config: AppConfig['webhooks'],
  ) {
    this.#timeoutMs = config.timeout_seconds * 1000;
    const options = { timeout: this.#timeoutMs, allowH2: false, maxCachedSessions: 0 };
    const resolver = new Resolver({ timeout: this.#timeoutMs / (2 * DNS_TRIES), tries: DNS_TRIES });
    this.#guarded = guardedConnector(resolver, options);
    this.#open = buildConnector(options);
  }

  /** Never rejects. @param signal ends it; it counts as a timeout then */
  async send(message: Message, signal: AbortSignal): Promise<Answer> {
    const at = new Date();
    const startedAt = performance.now();
    const url = new URL(message.url);
    const ms = (): number => Math.round(performance.now() - startedAt);
    const failed = (error: AttemptError): Answer => ({ at, status: null, ms: ms(), error, retryAfterMs: 0 });
    // The configuration may have changed since the submission.
    if (this.urls.objectionTo(url) !== undefined) return failed('URL_NOT_ALLOWED');
    try {
      const attributes = { 'http.request.method': 'POST', 'server.address': url.hostname };
      const { status, retryAfter } = await traced('POST webhook', { kind: 'client', attributes }, (span) =>
        this.#exchange(url, message, at, signal, span),
      );
      return { at, status, ms: ms(), error: null, retryAfterMs: retryAfterMs(status, retryAfter) };
    } catch (error) {
      return failed(attemptErrorOf(error));
    }
  }

  /** On a connection of its own: there is none that was checked for something else. */
  async #exchange(
    url: URL,
    message: Message,
    at: Date,
    signal: AbortSignal,
    span: Span | undefined,
  ): Promise<{ readonly status: number; readonly retryAfter: unknown }> {
    const connect = this.urls.isListed(url) ? this.#open : this.#guarded;
    const client = new Client(url.origin, { connect, allowH2: false });
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(this.#timeoutMs)]);
    try {
      const { statusCode, headers, body } = await client.request(requestOf(url, message, at, bounded));
      span?.set({ 'http.response.status_code': statusCode });
      await body.dump({ limit: MAX_ANSWER_BYTES, signal: bounded }).catch(() => undefined);
      return { status: statusCode, retryAfter: headers['retry-after'] };
    } finally {
      void client.destroy();
    }
  }
}

function requestOf(url: URL, message: Message, at: Date, signal: AbortSignal): Dispatcher.RequestOptions {
  return {
    method: 'POST',
    path: url.pathname + url.search,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'iris-api-gateway',
      ...signatureHeaders(message, message.secrets, at),
    },
    body: message.body,
    signal,
    // The signal bounds the whole of it.
    headersTimeout: 0,
    bodyTimeout: 0,
  };
}
