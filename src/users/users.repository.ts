import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';

import type { Role } from '../common/context/index.js';
import { Database, DatabaseFaultError } from '../database/index.js';
import { User } from './user.entity.js';
import { LastAdminError, UserExistsError, UserNotFoundError } from './user-errors.js';

export interface UserFilter {
  readonly role?: Role | undefined;
  readonly disabled?: boolean | undefined;
  /** The beginning of the e-mail address, in lower case. */
  readonly email?: string | undefined;
  /** Only users after this e-mail address. */
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export type AccountChange = Partial<Pick<User, 'role' | 'disabledAt' | 'passwordHash'>>;

@Injectable()
export class UsersRepository {
  constructor(private readonly database: Database) {}

  findByEmail(email: string): Promise<User | null> {
    return this.database.run((manager) => manager.findOneBy(User, { email }));
  }

  findById(id: string): Promise<User | null> {
    return this.database.run((manager) => manager.findOneBy(User, { id }));
  }

  /** @returns those of the ids that are a user's */
  findByIds(ids: readonly string[]): Promise<User[]> {
    return this.database.run((manager) => manager.findBy(User, { id: In([...ids]) }));
  }

  /** @returns in the order of their addresses, and one more than `limit` when there are more */
  find({ role, disabled, email, cursor, limit }: UserFilter): Promise<User[]> {
    return this.database.run((manager) => {
      const query = manager.createQueryBuilder(User, 'user');
      if (role) query.andWhere('user.role = :role', { role });
      if (disabled !== undefined) query.andWhere(`(user.disabledAt IS NOT NULL) = :disabled`, { disabled });
      if (email) query.andWhere('starts_with(user.email COLLATE "C", :email)', { email });
      if (cursor) query.andWhere('user.email COLLATE "C" > :cursor', { cursor });
      return query
        .addSelect('user.email COLLATE "C"', 'email_bytes')
        .orderBy('email_bytes')
        .limit(limit + 1)
        .getMany();
    });
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

  /**
   * @param decide sees the user as it is, which nobody else changes meanwhile
   * @throws UserNotFoundError; LastAdminError when no enabled administrator would be left
   */
  change(id: string, decide: (user: User) => AccountChange): Promise<User> {
    return this.database.transaction(async (manager) => {
      const locked = await lockWithAdmins(manager, id);
      const user = locked.find((row) => row.id === id);
      if (!user) throw new UserNotFoundError();
      const changed = Object.assign(new User(), user, decide(user), { updatedAt: new Date() });
      const isLast = locked.filter(isAdmin).every((admin) => admin.id === id);
      if (isAdmin(user) && isLast && !isAdmin(changed)) throw new LastAdminError();
      await manager.save(User, changed);
      return changed;
    });
  }

  /** @returns false when the user has another password by now, or is disabled */
  async replaceHash(id: string, from: string, to: string): Promise<boolean> {
    const { affected } = await this.database.run((manager) =>
      manager
        .createQueryBuilder()
        .update(User)
        .set({ passwordHash: to, updatedAt: new Date() })
        .where('id = :id AND password_hash = :from AND disabled_at IS NULL', { id, from })
        .execute(),
    );
    return affected === 1;
  }
}

/**
 * Two administrators who demote each other meet here. One statement for all rows: each transaction locks in the order
 * of the ids, also a row that is no administrator's any more by the time it is had; otherwise they could deadlock.
 */
function lockWithAdmins(manager: EntityManager, id: string): Promise<User[]> {
  return manager
    .createQueryBuilder(User, 'user')
    .where(`user.id = :id OR (user.role = 'admin' AND user.disabledAt IS NULL)`, { id })
    .orderBy('user.id')
    .setLock('for_no_key_update')
    .getMany();
}

function isAdmin({ role, disabledAt }: User): boolean {
  return role === 'admin' && disabledAt === null;
}
