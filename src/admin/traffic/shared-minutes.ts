import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { RedisConnection, RedisUnavailableError } from '../../redis/index.js';
import { type Minute, minuteSchema } from './minute.js';

/** An hour, and some minutes for clocks that differ. */
const KEPT_SECONDS = 4_200;

/** The minutes of one process each. */
export type MinutesOfProcesses = ReadonlyMap<string, Minute>;

/** What the processes of all replicas tell each other of their minutes, through Redis: a hash for each minute. */
@Injectable()
export class SharedMinutes {
  readonly #self = randomUUID();

  constructor(private readonly redis: RedisConnection) {}

  /** Replaces what was said of this minute before. It never fails: at worst the others do not learn of it. */
  async publish(minute: number, content: Minute): Promise<void> {
    const key = this.#keyOf(minute);
    const text = JSON.stringify(content);
    try {
      await this.redis.run((client) =>
        client.multi().hset(key, this.#self, text).expire(key, KEPT_SECONDS).exec(),
      );
    } catch (error) {
      if (!(error instanceof RedisUnavailableError)) throw error;
    }
  }

  /** @returns for each of the minutes in turn what is known; undefined when Redis cannot be asked, or there is none */
  async read(minutes: readonly number[]): Promise<MinutesOfProcesses[] | undefined> {
    try {
      const keys = minutes.map((minute) => this.#keyOf(minute));
      return await this.redis.run(async (client) =>
        (await Promise.all(keys.map((key) => client.hgetall(key)))).map(parse),
      );
    } catch (error) {
      if (error instanceof RedisUnavailableError) return undefined;
      throw error;
    }
  }

  #keyOf(minute: number): string {
    return this.redis.key(`traffic:${minute}`);
  }
}

/** Whoever wrote it: what is not understood says nothing. */
function parse(fields: Readonly<Record<string, string>>): MinutesOfProcesses {
  return new Map(
    Object.entries(fields).flatMap(([name, text]) => {
      const minute = parseMinute(text);
      return minute ? [[name, minute]] : [];
    }),
  );
}

function parseMinute(text: string): Minute | undefined {
  try {
    return minuteSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
