import { Injectable } from '@nestjs/common';

import { Database, DatabaseFaultError } from '../database/index.js';
import { User } from './user.entity.js';
import { UserExistsError } from './user-errors.js';

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  findByEmail(email: string): Promise<User | null> {
    return this.database.run((manager) => manager.findOneBy(User, { email }));
  }

  findById(id: string): Promise<User | null> {
    return this.database.run((manager) => manager.findOneBy(User, { id }));
  }

  /** @throws UserExistsError */
  async insert(user: User): Promise<void> {
    try {
      await this.database.run((manager) => manager.insert(User, user));
    } catch (error) {
      if (error instanceof DatabaseFaultError && error.isUniqueViolation) throw new UserExistsError();
      throw error;
    }
  }
}
