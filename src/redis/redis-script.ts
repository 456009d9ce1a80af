import { hash } from 'node:crypto';

import type { Redis } from 'ioredis';

/** A Lua script that Redis keeps: its text is sent once, and again after Redis has lost it. */
export class RedisScript {
  readonly #sha: string;

  constructor(private readonly text: string) {
    this.#sha = hash('sha1', text);
  }

  /** Runs it, in one step for all who share this Redis. */
  async run(client: Redis, keys: readonly string[], values: readonly (string | number)[]): Promise<unknown> {
    try {
      return await client.evalsha(this.#sha, keys.length, ...keys, ...values);
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return client.eval(this.text, keys.length, ...keys, ...values);
    }
  }
}
