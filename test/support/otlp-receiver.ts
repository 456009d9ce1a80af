import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';

import { bytesIn, fieldsOf, messagesIn, numberIn } from './protobuf.js';

const KINDS = ['', 'internal', 'server', 'client', 'producer', 'consumer'];
const ERROR = 2;

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty: it is the root. */
  readonly parentId: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly isError: boolean;
  readonly service: string;
}

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

const takes: Behaviour = (_request, response) => {
  response.setHeader('content-type', 'application/x-protobuf').end();
};

/** A collector that takes OTLP over HTTP, and remembers the spans. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];
  readonly requests: IncomingMessage[] = [];
  /** Everything that has come, as text. */
  raw = '';
  #behave = takes;
  readonly #server = createServer((request, response) => void this.#receive(request, response));

  static async start(): Promise<OtlpReceiver> {
    const receiver = new OtlpReceiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  behave(behaviour: Behaviour): this {
    this.#behave = behaviour;
    return this;
  }

  named(name: string): ReceivedSpan[] {
    return this.spans.filter((span) => span.name === name);
  }

  childrenOf({ spanId }: ReceivedSpan): ReceivedSpan[] {
    return this.spans.filter(({ parentId }) => parentId === spanId);
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close().closeAllConnections();
    await once(this.#server, 'close');
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests.push(request);
    const sent = await buffer(request);
    const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
    this.raw += body.toString('latin1');
    this.spans.push(...messagesIn(body, 1).flatMap(spansOfResource));
    this.#behave(request, response);
  }
}

/** Field numbers are those of opentelemetry/proto/trace/v1/trace.proto. */
function spansOfResource(resourceSpans: Buffer): ReceivedSpan[] {
  const service = String(attributesIn(bytesIn(resourceSpans, 1), 1)['service.name']);
  const spans = messagesIn(resourceSpans, 2).flatMap((scopeSpans) => messagesIn(scopeSpans, 2));
  return spans.map((span) => ({
    traceId: bytesIn(span, 1).toString('hex'),
    spanId: bytesIn(span, 2).toString('hex'),
    parentId: bytesIn(span, 4).toString('hex'),
    name: bytesIn(span, 5).toString(),
    kind: KINDS[numberIn(span, 6)],
    attributes: attributesIn(span, 9),
    isError: numberIn(bytesIn(span, 15), 3) === ERROR,
    service,
  }));
}

function attributesIn(message: Buffer, number: number): ReceivedSpan['attributes'] {
  const pairs = messagesIn(message, number).map((pair) => {
    const [[type, [value]] = [0, []]] = [...fieldsOf(bytesIn(pair, 2))];
    return [bytesIn(pair, 1).toString(), Buffer.isBuffer(value) ? value.toString() : typed(type, value)];
  });
  return Object.fromEntries(pairs) as ReceivedSpan['attributes'];
}

function typed(type: number, value: bigint | undefined): number | boolean {
  return type === 2 ? value === 1n : Number(value);
}
