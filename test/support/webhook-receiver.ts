import { createHmac } from 'node:crypto';

import { Upstream, type UpstreamCallRecord } from './upstream.js';

/** What a client puts behind its `callback_url`. */
export class WebhookReceiver {
  private constructor(private readonly server: Upstream) {}

  static async start(): Promise<WebhookReceiver> {
    return new WebhookReceiver((await Upstream.start()).answerJson({}));
  }

  get host(): string {
    return `127.0.0.1:${this.server.port}`;
  }

  get port(): number {
    return this.server.port;
  }

  get behave(): Upstream['behave'] {
    return this.server.behave.bind(this.server);
  }

  answer(status: number, headers: Readonly<Record<string, string>> = {}): void {
    this.server.behave((_request, response) => {
      response.writeHead(status, headers).end();
    });
  }

  /** Each test calls another path. */
  url(path: string): string {
    return `http://${this.host}${path}`;
  }

  callsOf(path: string): UpstreamCallRecord[] {
    return this.server.calls.filter((call) => call.path === path);
  }

  callsBelow(path: string): UpstreamCallRecord[] {
    return this.server.calls.filter((call) => call.path.startsWith(`${path}/`));
  }

  get requests(): number {
    return this.server.requests;
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

/** As a receiver's library does it. @returns how many of the signatures are good for this secret */
export function goodSignatures({ headers, body }: UpstreamCallRecord, secret: string): number {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = Buffer.concat([
    Buffer.from(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.`),
    body,
  ]);
  const expected = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return signaturesOf({ headers }).filter((signature) => signature === expected).length;
}

export function signaturesOf({ headers }: Pick<UpstreamCallRecord, 'headers'>): string[] {
  return String(headers['webhook-signature']).split(' ');
}
