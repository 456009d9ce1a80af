import { randomUUID } from 'node:crypto';

import { Database } from '../../src/database/index.js';
import { QueueUnavailableError } from '../../src/queue/index.js';
import { Webhooks } from '../../src/webhooks/index.js';
import { type Answer, callApi, type CallOptions } from './api-client.js';
import { TestGateway } from './gateway.js';
import { waitFor } from './wait-for.js';

export interface DeliveryBody {
  readonly id: string;
  readonly job_id: string;
  readonly state: string;
  readonly attempts: number;
  readonly next_attempt_at: string | null;
  readonly finished_at: string | null;
  readonly attempt_log: readonly {
    readonly number: number;
    readonly status: number | null;
    readonly ms: number;
    readonly error: string | null;
  }[];
}

const PATIENCE_MS = 20_000;

export function newJobId(): string {
  return `job_${randomUUID()}`;
}

/** A gateway that makes calls to where a test listens, and does not wait long. */
export class WebhookGateway {
  private constructor(readonly gateway: TestGateway) {}

  static async start(
    allowedHosts: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): Promise<WebhookGateway> {
    const gateway = await TestGateway.start({
      env: {
        WEBHOOK_ALLOWED_HOSTS: JSON.stringify(allowedHosts),
        IRIS__webhooks__retry_delays_seconds: '[0.2]',
        IRIS__webhooks__timeout_seconds: '1',
        ...env,
      },
    });
    return new WebhookGateway(gateway);
  }

  get webhooks(): Webhooks {
    return this.gateway.app.get(Webhooks, { strict: false });
  }

  get database(): Database {
    return this.gateway.app.get(Database, { strict: false });
  }

  async person(email: string): Promise<WebhookOwner> {
    const token = await this.gateway.tokenOf(email);
    const { body } = await callApi<{ id: string }>(this.gateway.url, 'GET /auth/me', { token });
    return new WebhookOwner(this, body.id, token);
  }

  stop(): Promise<void> {
    return this.gateway.stop();
  }
}

/** A user whose jobs make calls, and what it sees of them. */
export class WebhookOwner {
  constructor(
    private readonly hooks: WebhookGateway,
    readonly id: string,
    readonly token: string,
  ) {}

  call<Body = DeliveryBody>(route: string, options: CallOptions = {}): Promise<Answer<Body>> {
    return callApi<Body>(this.hooks.gateway.url, route, { token: this.token, ...options });
  }

  /** As the jobs do it. @returns the id of the delivery */
  async send(url: string, jobId = newJobId()): Promise<string> {
    let id: string | undefined;
    const isAccepted = async (): Promise<boolean> => (id = await this.#enqueue(url, jobId)) !== undefined;
    await waitFor(isAccepted, 'the queue is ready', PATIENCE_MS);
    this.hooks.webhooks.announce();
    return id ?? '';
  }

  async get(id: string): Promise<DeliveryBody> {
    return (await this.call(`GET /webhooks/deliveries/${id}`)).body;
  }

  /** @returns the delivery, as soon as it is in this state */
  async becomes(id: string, state: string): Promise<DeliveryBody> {
    await waitFor(async () => (await this.get(id)).state === state, `${id} is ${state}`, PATIENCE_MS);
    return this.get(id);
  }

  /** @returns the delivery, as soon as it has been tried so often */
  async attempted(id: string, times = 1): Promise<DeliveryBody> {
    await waitFor(async () => (await this.get(id)).attempts >= times, `${id} is tried`, PATIENCE_MS);
    return this.get(id);
  }

  /** @returns the new secret */
  async rotate(overlapSeconds: number): Promise<string> {
    const body = { overlap_seconds: overlapSeconds };
    return (await this.call<{ secret: string }>('POST /webhooks/secret/rotate', { body })).body.secret;
  }

  async #enqueue(url: string, jobId: string): Promise<string | undefined> {
    const { database, webhooks } = this.hooks;
    const payload = { type: 'job.succeeded', data: { id: jobId, name: 'cédula' } };
    try {
      return await database.transaction((manager) =>
        webhooks.enqueue(manager, { ownerId: this.id, jobId, url, type: 'job.succeeded', payload }),
      );
    } catch (error) {
      if (error instanceof QueueUnavailableError) return undefined;
      throw error;
    }
  }
}
