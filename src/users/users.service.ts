import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import type { Role } from '../common/context/index.js';
import { emailSchema, newPasswordSchema } from './credentials.js';
import { PasswordHasher } from './password-hasher.js';
import { User } from './user.entity.js';
import { UsersRepository } from './users.repository.js';

export interface NewUser {
  readonly email: string;
  /** 12 to 128 characters. */
  readonly password: string;
  readonly role: Role;
}

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
  ) {}

  /** @throws UserExistsError; ZodError when the e-mail address or the password is not acceptable */
  async create({ email, password, role }: NewUser): Promise<User> {
    const now = new Date();
    const user = Object.assign(new User(), {
      id: randomUUID(),
      email: emailSchema.parse(email),
      passwordHash: await this.hasher.hash(newPasswordSchema.parse(password)),
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

  /** @returns the user whose password this is; takes as long whether there is such a user or not */
  async findByCredentials(email: string, password: string): Promise<User | null> {
    const user = await this.findByEmail(email);
    const matches = await this.hasher.verify(user?.passwordHash, password);
    return user && matches && user.disabledAt === null ? user : null;
  }
}
