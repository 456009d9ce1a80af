import { randomUUID } from 'node:crypto';

import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

import { type AppConfig, InjectConfig } from '../config/index.js';

/** Argon2id (RFC 9106), off the event loop. */
@Injectable()
export class PasswordHasher implements OnModuleInit {
  /** Compared when there is no user, so that the answer takes as long as if there were one. */
  #decoy = '';

  constructor(@InjectConfig('auth') private readonly config: AppConfig['auth']) {}

  async onModuleInit(): Promise<void> {
    this.#decoy = await this.hash(randomUUID());
  }

  /** @returns a PHC string: algorithm, parameters, salt and hash */
  hash(password: string): Promise<string> {
    const { memory_kib, iterations, parallelism } = this.config.argon2;
    return hash(password, { memoryCost: memory_kib, timeCost: iterations, parallelism });
  }

  /** @param passwordHash undefined when there is no such user: as slow, and always false */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const matches = await verify(passwordHash ?? this.#decoy, password);
    return passwordHash !== undefined && matches;
  }
}
