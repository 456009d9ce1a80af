import { randomUUID } from 'node:crypto';

import { Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { z } from 'zod';

import { EventBus, type EventPayload } from './event-bus.js';
import { Heartbeat } from './heartbeat.js';
import type { RedisConnection } from './redis-connection.js';

/** Says to the others that they have missed something. */
const GAP_CHANNEL = 'gap';
const TELL_AGAIN_MS = 1_000;

const envelopeSchema = z.object({ from: z.string(), payload: z.unknown() });

/** Redis pub/sub, on a connection of its own: a subscriber can do nothing else. */
export class RedisEventBus extends EventBus implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger('EventBus');
  readonly #id = randomUUID();
  readonly #subscriber: Redis;
  readonly #heartbeat: Heartbeat;
  readonly #prefix: string;
  #timer: NodeJS.Timeout | undefined;
  /** The others do not know yet that they have missed something. */
  #owesGap = false;

  constructor(
    private readonly connection: RedisConnection,
    client: Redis,
  ) {
    super();
    // Pub/sub knows no database numbers, so that gateways that share a Redis by number would hear each other.
    this.#prefix = connection.key(`events:${client.options.db ?? 0}:`);
    this.#subscriber = client.duplicate({ autoResubscribe: false });
    this.#heartbeat = new Heartbeat(this.#subscriber);
    this.#subscriber.on('error', () => undefined);
    this.#subscriber.on('ready', () => void this.#listen());
    this.#subscriber.on('message', (channel: string, message: string) => {
      this.#receive(channel, message);
    });
  }

  async publish(channel: string, payload: EventPayload): Promise<void> {
    this.deliver(channel, payload);
    try {
      await this.#send(channel, payload);
    } catch (error) {
      this.#owesGap = true;
      this.#logger.warn({ channel, err: error }, 'The other replicas could not be told');
    }
  }

  onModuleInit(): void {
    this.#subscriber.connect().catch(() => undefined);
    this.#heartbeat.start();
    this.#timer = setInterval(() => void this.#tellGap(), TELL_AGAIN_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
    this.#heartbeat.stop();
    this.#subscriber.disconnect();
  }

  async #send(channel: string, payload: EventPayload): Promise<void> {
    const message = JSON.stringify({ from: this.#id, payload });
    await this.connection.run((client) => client.publish(this.#prefix + channel, message));
  }

  /** A Redis that hung for a moment has kept its connections: the others notice no gap by themselves. */
  async #tellGap(): Promise<void> {
    if (!this.#owesGap) return;
    // First: what cannot be told from now on is another gap.
    this.#owesGap = false;
    try {
      await this.#send(GAP_CHANNEL, {});
    } catch {
      this.#owesGap = true;
    }
  }

  async #listen(): Promise<void> {
    const channels = [...this.channels, GAP_CHANNEL].map((channel) => this.#prefix + channel);
    try {
      await this.#subscriber.subscribe(...channels);
    } catch {
      // A subscriber that hears nothing must not look healthy.
      this.#subscriber.disconnect(true);
      return;
    }
    // The first time as well: without Redis, requests have been served.
    this.reportGap();
  }

  #receive(channel: string, message: string): void {
    const envelope = envelopeSchema.safeParse(parseJson(message));
    if (!envelope.success || envelope.data.from === this.#id) return;
    const name = channel.slice(this.#prefix.length);
    if (name === GAP_CHANNEL) this.reportGap();
    else this.deliver(name, envelope.data.payload);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
