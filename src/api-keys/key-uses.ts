import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';

import { ApiKeysRepository } from './api-keys.repository.js';

/** A key in use costs one write a minute, however many requests it makes. */
const FLUSH_EVERY_MS = 60_000;
const MAX_BATCH = 1_000;

/** When keys were last used: kept in memory, and written in batches. */
@Injectable()
export class KeyUses implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger('ApiKeys');
  #uses = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(@Inject(ApiKeysRepository) private readonly keys: Pick<ApiKeysRepository, 'noteUses'>) {}

  note(keyId: string): void {
    this.#uses.set(keyId, Date.now());
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.flush(), FLUSH_EVERY_MS).unref();
  }

  /** Requests are over by now, and the database is still connected. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  /** What cannot be written now is kept for the next time: nobody's request depends on it. */
  async flush(): Promise<void> {
    const uses = [...this.#uses];
    this.#uses = new Map();
    for (let start = 0; start < uses.length; start += MAX_BATCH) {
      await this.#write(uses.slice(start, start + MAX_BATCH));
    }
  }

  async #write(batch: readonly (readonly [string, number])[]): Promise<void> {
    try {
      await this.keys.noteUses(new Map(batch));
    } catch (error) {
      this.#logger.warn({ err: error }, 'The last uses of API keys could not be noted yet');
      // Later uses are later.
      this.#uses = new Map([...batch, ...this.#uses]);
    }
  }
}
