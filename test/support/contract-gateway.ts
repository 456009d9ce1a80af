import { SERVICE_NAMES } from '../../src/config/index.js';
import { HttpError } from '../../examples/microservices/shared/http-error.ts';
import type { Operation, Parameter } from './api-contract.js';
import { callApi } from './api-client.js';
import { documentForm, freshDocument } from './documents.js';
import { TestGateway } from './gateway.js';
import { jobIn, submit } from './jobs.js';
import { TestMicroservices } from './microservices.js';
import { WebhookReceiver } from './webhook-receiver.js';
import { waitFor } from './wait-for.js';

/** What an operation is called with. */
export interface Call {
  readonly token?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData;
}

type Params = Readonly<Record<string, string>>;

const ENV = {
  ALLOW_REGISTRATION: 'true',
  IRIS__auth__argon2__memory_kib: '8192',
  IRIS__auth__argon2__iterations: '1',
  IRIS__jobs__max_attempts: '1',
  IRIS__webhooks__retry_delays_seconds: '[0.2]',
  ...Object.fromEntries(
    SERVICE_NAMES.flatMap((name) => [
      [`IRIS__services__${name}__max_retries`, '0'],
      [`IRIS__services__${name}__circuit_breaker__failure_threshold`, '1000'],
    ]),
  ),
  ...Object.fromEntries(
    ['default', 'authenticated', 'processing'].map((tier) => [
      `IRIS__rate_limiting__${tier}__limit`,
      '100000/hour',
    ]),
  ),
};

const UNCACHED = { prefer: 'respond-async', 'cache-control': 'no-store' };

/** A gateway in which there is something of everything that a path can name. */
export class ContractGateway {
  #people = 0;

  private constructor(
    readonly gateway: TestGateway,
    readonly microservices: TestMicroservices,
    private readonly receiver: WebhookReceiver,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<ContractGateway> {
    const [microservices, receiver] = await Promise.all([TestMicroservices.start(), WebhookReceiver.start()]);
    const gateway = await TestGateway.start({
      services: microservices.urls,
      env: { ...ENV, WEBHOOK_ALLOWED_HOSTS: JSON.stringify([receiver.host]), ...env },
    });
    return new ContractGateway(gateway, microservices, receiver);
  }

  async stop(): Promise<void> {
    await this.gateway.stop();
    await Promise.all([this.microservices.stop(), this.receiver.close()]);
  }

  /** Somebody whom no other test has anything to do with. */
  async person(isAdmin = true): Promise<string> {
    this.#people += 1;
    return this.gateway.tokenOf(`person-${this.#people}@example.com`, isAdmin ? 'admin' : 'user');
  }

  async apiKey(token: string, scopes: readonly string[]): Promise<string> {
    const { body } = await callApi<{ key: string }>(this.gateway.url, 'POST /auth/api-keys', {
      token,
      body: { name: 'contract', scopes },
    });
    return body.key;
  }

  async call(operation: Operation, call: Call): Promise<Response> {
    const { token, apiKey, params = {}, query = {}, headers = {}, body } = call;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) =>
      encodeURIComponent(params[name] ?? exampleOf(operation, name) ?? 'unknown'),
    );
    const url = new URL(path, this.gateway.url);
    for (const [name, value] of Object.entries({ ...requiredQuery(operation), ...query }))
      url.searchParams.set(name, value);
    return fetch(url, {
      method: operation.method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(apiKey !== undefined && { 'x-api-key': apiKey }),
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
  }

  /** What the path of an operation names, made for this call. */
  async targetOf({ operationId, path }: Operation, token: string): Promise<Params> {
    const make = this.#targets[operationId];
    if (make) return make(token);
    if (path.startsWith('/admin/users/{id}')) return this.#user();
    if (path.startsWith('/auth/api-keys/{id}')) return this.#key(token);
    if (path.startsWith('/webhooks/deliveries/{id}')) return this.#delivery(token);
    return {};
  }

  readonly #targets: Readonly<Record<string, (token: string) => Promise<Params>>> = {
    getJob: (token) => this.#finishedJob(token),
    getJobTimeline: (token) => this.#finishedJob(token),
    streamJobEvents: (token) => this.#finishedJob(token),
    getResult: (token) => this.#finishedJob(token),
    cancelJob: (token) => this.#heldJob(token),
    retryJob: (token) => this.#deadJob(token),
    endSession: (token) => this.#session(token),
    enableWebhookEndpoint: (token) => this.#disabledEndpoint(token),
  };

  async #user(): Promise<Params> {
    const { body } = await this.#read<{ id: string }>('GET /auth/me', await this.person());
    return { id: body.id };
  }

  async #key(token: string): Promise<Params> {
    await this.apiKey(token, ['documents:read']);
    return this.#first('GET /auth/api-keys', token);
  }

  #session(token: string): Promise<Params> {
    return this.#first('GET /auth/sessions', token);
  }

  async #delivery(token: string): Promise<Params> {
    const url = this.receiver.url('/hook');
    await this.#submit(token, { callback_url: url });
    await waitFor(
      async () => (await this.#items('GET /webhooks/deliveries', token)).length > 0,
      'it is delivered',
    );
    return this.#first('GET /webhooks/deliveries', token);
  }

  async #disabledEndpoint(token: string): Promise<Params> {
    this.receiver.answer(410);
    await this.#submit(token, { callback_url: this.receiver.url('/gone') });
    await waitFor(
      async () => (await this.#items('GET /webhooks/disabled', token)).length > 0,
      'it is disabled',
    );
    this.receiver.answer(200);
    return this.#first('GET /webhooks/disabled', token);
  }

  async #finishedJob(token: string): Promise<Params> {
    const job = await this.#submit(token);
    const { id, processing_id: processingId } = await jobIn('succeeded', {
      url: this.gateway.url,
      token,
      id: job.id,
    });
    return { id, processing_id: processingId };
  }

  /** It waits for its text until it is cancelled. */
  async #heldJob(token: string): Promise<Params> {
    this.microservices.hold('ocr_extractor', 'POST /ocr');
    const { id } = await this.#submit(token);
    return { id };
  }

  async #deadJob(token: string): Promise<Params> {
    this.microservices.on('ocr_extractor', 'POST /ocr', () => {
      throw new HttpError(500, 'OUT_OF_ORDER', 'out of order');
    });
    const { id } = await this.#submit(token);
    await jobIn('failed', { url: this.gateway.url, token, id });
    await this.microservices.reset();
    return { id };
  }

  async #submit(token: string, fields: Readonly<Record<string, string>> = {}): Promise<{ id: string }> {
    const { body, status } = await submit(this.gateway.url, freshDocument(), {
      token,
      fields,
      headers: UNCACHED,
    });
    if (status !== 202) throw new Error(`it was answered ${status}: ${JSON.stringify(body)}`);
    return body;
  }

  async #first(route: string, token: string): Promise<Params> {
    const [first] = await this.#items(route, token);
    if (!first) throw new Error(`${route} is empty`);
    return { id: first.id };
  }

  async #items(route: string, token: string): Promise<{ id: string }[]> {
    return (await this.#read<{ items: { id: string }[] }>(route, token)).body.items;
  }

  #read<Body>(route: string, token: string) {
    return callApi<Body>(this.gateway.url, route, { token });
  }
}

/** Every body that the description gives as an example, and a form where it takes one. */
export function bodiesOf({ requestBody }: Operation): (string | FormData | undefined)[] {
  const { 'application/json': json, 'multipart/form-data': form } = requestBody?.content ?? {};
  const examples = Object.values(json?.examples ?? {}).map(({ value }) => JSON.stringify(value));
  const bodies = [...examples, ...(form ? [documentForm(freshDocument())] : [])];
  return bodies.length > 0 ? bodies : [undefined];
}

function exampleOf({ parameters = [] }: Operation, name: string): string | undefined {
  return parameters.filter((parameter) => parameter.name === name).flatMap(valuesOf)[0];
}

function requiredQuery({ parameters = [] }: Operation): Record<string, string> {
  const required = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  return Object.fromEntries(required.map((parameter) => [parameter.name, valuesOf(parameter)[0] ?? '']));
}

function valuesOf({ schema }: Parameter): string[] {
  return [...(schema.examples ?? []), ...(schema.enum ?? [])].map(String);
}
