import { Injectable } from '@nestjs/common';

import type { Role } from '../common/context/index.js';
import { newPasswordSchema, refusePersonalPassword } from './credentials.js';
import { PasswordHasher } from './password-hasher.js';
import type { User } from './user.entity.js';
import { UserNotFoundError } from './user-errors.js';
import { type UserFilter, UsersRepository } from './users.repository.js';

/**
 * Changes to users that exist. Whoever calls it ends sessions and writes the audit log: both are above this layer.
 * All throw UserNotFoundError, also for texts that are no ids.
 */
@Injectable()
export class AccountsService {
  constructor(
    private readonly users: UsersRepository,
    private readonly hasher: PasswordHasher,
  ) {}

  /** In the order of their addresses, and one more than `limit` when there are more. */
  find(filter: UserFilter): Promise<User[]> {
    return this.users.find(filter);
  }

  async get(id: string): Promise<User> {
    const user = await this.users.findById(requireId(id));
    if (!user) throw new UserNotFoundError();
    return user;
  }

  /** @throws LastAdminError */
  async disable(id: string): Promise<User> {
    return this.users.change(requireId(id), ({ disabledAt }) => ({ disabledAt: disabledAt ?? new Date() }));
  }

  async enable(id: string): Promise<User> {
    return this.users.change(requireId(id), () => ({ disabledAt: null }));
  }

  /** @throws LastAdminError */
  async changeRole(id: string, role: Role): Promise<{ readonly user: User; readonly former: Role }> {
    let former = role;
    const user = await this.users.change(requireId(id), (current) => {
      former = current.role;
      return { role };
    });
    return { user, former };
  }

  /** @throws ValidationError, PasswordHashingBusyError */
  async resetPassword(id: string, password: string): Promise<User> {
    const { email } = await this.get(id);
    refusePersonalPassword(newPasswordSchema.parse(password), email);
    const passwordHash = await this.hasher.hash(password);
    return this.users.change(id, () => ({ passwordHash }));
  }

  /**
   * Can be repeated: true as well when the next password is the user's already.
   * @returns false when the current password is another one
   * @throws ValidationError with a pointer to `/new_password`, PasswordHashingBusyError
   */
  async changePassword(id: string, current: string, next: string): Promise<boolean> {
    const user = await this.get(id);
    if (!(await this.hasher.verify(user.passwordHash, current))) {
      return this.hasher.verify(user.passwordHash, next);
    }
    refusePersonalPassword(newPasswordSchema.parse(next), user.email, '/new_password');
    return this.users.replaceHash(id, user.passwordHash, await this.hasher.hash(next));
  }
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function requireId(text: string): string {
  if (!UUID.test(text)) throw new UserNotFoundError();
  return text;
}
