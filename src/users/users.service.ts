import { randomUUID } from 'node:crypto';

import { Injectable, Logger } from '@nestjs/common';

import type { Role } from '../common/context/index.js';
import { emailSchema, newPasswordSchema, refusePersonalPassword } from './credentials.js';
import { PasswordHasher } from './password-hasher.js';
import { User } from './user.entity.js';
import { UsersRepository } from './users.repository.js';

export interface NewUser {
  readonly email: string;
  /** 12 to 128 characters, and not easy to guess. */
  readonly password: string;
  readonly role: Role;
}

/** What came of a login; only the audit log may tell the refusals apart. */
export type CredentialCheck =
  | { readonly outcome: 'accepted'; readonly user: User }
  | { readonly outcome: 'wrong_password' | 'disabled'; readonly user: User }
  | { readonly outcome: 'unknown_user' };

@Injectable()
export class UsersService {
  readonly #logger = new Logger('Users');

  constructor(
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * @throws UserExistsError; ZodError or ValidationError when the e-mail address or the password is not acceptable;
   * PasswordHashingBusyError
   */
  async create({ email, password, role }: NewUser): Promise<User> {
    const now = new Date();
    const address = emailSchema.parse(email);
    refusePersonalPassword(newPasswordSchema.parse(password), address);
    const user = Object.assign(new User(), {
      id: randomUUID(),
      email: address,
      passwordHash: await this.hasher.hash(password),
      role,
      createdAt: now,
      updatedAt: now,
      disabledAt: null,
    });
    await this.users.insert(user);
    return user;
  }

  findByEmail(email: string): Promise<User | null> {
    return this.users.findByEmail(email.trim().toLowerCase());
  }

  findById(id: string): Promise<User | null> {
    return this.users.findById(id);
  }

  /** @returns the e-mail addresses of those who are users, by their ids */
  async emailsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const users = ids.length === 0 ? [] : await this.users.findByIds(ids);
    return new Map(users.map(({ id, email }) => [id, email]));
  }

  /**
   * Takes as long whether there is such a user or not.
   * @throws PasswordHashingBusyError
   */
  async checkCredentials(email: string, password: string): Promise<CredentialCheck> {
    const user = await this.findByEmail(email);
    const matches = await this.hasher.verify(user?.passwordHash, password);
    if (!user) return { outcome: 'unknown_user' };
    if (!matches) return { outcome: 'wrong_password', user };
    if (user.disabledAt !== null) return { outcome: 'disabled', user };
    const current = await this.#withCurrentHash(user, password);
    return current ? { outcome: 'accepted', user: current } : { outcome: 'wrong_password', user };
  }

  /** The only moment at which the password is known. A login must not fail because this did. */
  async #withCurrentHash(user: User, password: string): Promise<User | undefined> {
    if (!this.hasher.isOutdated(user.passwordHash)) return user;
    try {
      const passwordHash = await this.hasher.hash(password);
      const isStored = await this.users.replaceHash(user.id, user.passwordHash, passwordHash);
      if (isStored) return Object.assign(new User(), user, { passwordHash });
      return await this.#whenStillRight(user.id, password);
    } catch (error) {
      this.#logger.warn({ err: error }, 'A password could not be hashed with the present parameters');
      return user;
    }
  }

  /** Somebody else stored another hash first: a login like this one, or a change of the password. */
  async #whenStillRight(id: string, password: string): Promise<User | undefined> {
    const user = await this.findById(id);
    return user && (await this.hasher.verify(user.passwordHash, password)) ? user : undefined;
  }
}
