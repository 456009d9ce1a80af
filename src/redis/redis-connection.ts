import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Redis } from 'ioredis';

import { answerWithin } from '../common/timing/index.js';
import { type AppConfig, InjectConfig } from '../config/index.js';
import { CallBreaker } from './call-breaker.js';
import { Heartbeat } from './heartbeat.js';
import { RedisUnavailableError } from './redis-errors.js';
import { redisOptions } from './redis-options.js';

/** Nothing that a request waits for may take longer: whoever asks Redis can do without the answer. */
const ANSWER_TIMEOUT_MS = 100;

/** The one connection to Redis for commands; none when no Redis is configured. */
@Injectable()
export class RedisConnection implements OnModuleInit, OnApplicationShutdown {
  readonly #logger = new Logger('Redis');
  readonly #breaker = new CallBreaker();
  readonly #heartbeat: Heartbeat | undefined;
  readonly #keyPrefix: string;
  #hasBeenUp = false;
  #lastComplaint = '';

  /** Undefined: in memory. Its commands may fail at any time; `run` bounds how long that takes. */
  readonly client: Redis | undefined;

  constructor(@InjectConfig('cache') config: AppConfig['cache']) {
    const options = redisOptions(config);
    this.#keyPrefix = config.key_prefix;
    this.client = options && new Redis(options);
    this.#heartbeat = this.client && new Heartbeat(this.client);
    if (this.client) this.#watch(this.client);
  }

  /** A key as it is in Redis, behind the configured prefix. */
  key(name: string): string {
    return `${this.#keyPrefix}${name}`;
  }

  get isConfigured(): boolean {
    return this.client !== undefined;
  }

  get isUp(): boolean {
    return this.client?.status === 'ready';
  }

  get hasBeenUp(): boolean {
    return this.#hasBeenUp;
  }

  /**
   * Runs commands whose answer a request waits for: fails after 100 ms, and at once while Redis is known to hang.
   * @throws RedisUnavailableError, also when no Redis is configured
   */
  async run<T>(work: (client: Redis) => Promise<T>): Promise<T> {
    const { client } = this;
    if (!client || !this.isUp || !this.#breaker.allows()) throw new RedisUnavailableError();
    try {
      const answer = await answerWithin(ANSWER_TIMEOUT_MS, work(client));
      this.#breaker.succeeded();
      return answer;
    } catch (error) {
      // A refusal (out of memory, read-only) is an answer: it came in time, and reading may still work.
      if (isReply(error)) this.#breaker.succeeded();
      else this.#breaker.failed();
      throw new RedisUnavailableError(error);
    }
  }

  onModuleInit(): void {
    // Not awaited: a Redis that is absent must not keep the gateway from listening; it is tried again and again.
    this.client?.connect().catch(() => undefined);
    this.#heartbeat?.start();
  }

  onApplicationShutdown(): void {
    this.#heartbeat?.stop();
    this.client?.disconnect();
  }

  #watch(client: Redis): void {
    client.on('error', (error) => {
      this.#complain(error);
    });
    client.on('ready', () => {
      this.#hasBeenUp = true;
      this.#lastComplaint = '';
      this.#breaker.reset();
      this.#logger.log('Redis is ready');
    });
  }

  #complain(error: Error): void {
    const complaint = error.message || error.name;
    if (complaint !== this.#lastComplaint) this.#logger.warn(`Redis is not ready: ${complaint}`);
    this.#lastComplaint = complaint;
  }
}

function isReply(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError';
}
