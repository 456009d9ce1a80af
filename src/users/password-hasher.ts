import { randomUUID } from 'node:crypto';

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';

import { type AppConfig, InjectConfig } from '../config/index.js';
import { PasswordHashingBusyError } from './user-errors.js';

const ARGON2ID = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/;

/**
 * Argon2id (RFC 9106), off the event loop. Few at a time: each takes its memory and one of the four threads that files
 * and names of hosts need as well; few may wait, because a flood of logins must not become a queue of minutes.
 */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  /** Compared when there is no user, so that the answer takes as long as if there were one. */
  #decoy = '';
  readonly #turns;

  constructor(@InjectConfig('auth') private readonly config: AppConfig['auth']) {
    this.#turns = bulkhead(config.argon2.max_parallel, config.argon2.max_waiting);
  }

  async onModuleInit(): Promise<void> {
    this.#decoy = await this.hash(randomUUID());
  }

  /**
   * @returns a PHC string: algorithm, parameters, salt and hash
   * @throws PasswordHashingBusyError
   */
  hash(password: string): Promise<string> {
    const { memory_kib, iterations, parallelism } = this.config.argon2;
    return this.#inTurn(() => hash(password, { memoryCost: memory_kib, timeCost: iterations, parallelism }));
  }

  /**
   * @param passwordHash undefined when there is no such user: as slow, and always false
   * @throws PasswordHashingBusyError
   */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const matches = await this.#inTurn(() => verify(passwordHash ?? this.#decoy, password));
    return passwordHash !== undefined && matches;
  }

  /** Whether the configured parameters have grown since this hash was made. */
  isOutdated(passwordHash: string): boolean {
    const [, memory, iterations, parallelism] = ARGON2ID.exec(passwordHash) ?? [];
    const { argon2 } = this.config;
    return (
      Number(memory ?? 0) < argon2.memory_kib ||
      Number(iterations ?? 0) < argon2.iterations ||
      Number(parallelism ?? 0) < argon2.parallelism
    );
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#turns.execute(work);
    } catch (error) {
      if (error instanceof BulkheadRejectedError) throw new PasswordHashingBusyError();
      throw error;
    }
  }
}
