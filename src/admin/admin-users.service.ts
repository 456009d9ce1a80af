import { randomBytes } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { type AuditAction, type AuditDetails, AuditLog, type AuditOrigin } from '../audit/index.js';
import { type Page, toPage } from '../common/paging/index.js';
import { type EndReason, SessionRegistry } from '../sessions/index.js';
import { AccountsService, type User, UsersService } from '../users/index.js';
import {
  type NewUserRequest,
  type PasswordResetRequest,
  type RoleRequest,
  toUserResponse,
  type UserQuery,
  type UserResponse,
  type UserWithPassword,
} from './admin-users.schema.js';

const GENERATED_BYTES = 18;

/**
 * What administrators do with the accounts of others. Each act can be repeated: when it was carried out but the
 * sessions could not be ended, the answer is 503, and asking again ends them.
 */
@Injectable()
export class AdminUsersService {
  constructor(
    private readonly users: UsersService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionRegistry,
    private readonly audit: AuditLog,
  ) {}

  async create({ email, role, password }: NewUserRequest, origin: AuditOrigin): Promise<UserWithPassword> {
    const generated = password === undefined ? generatePassword() : undefined;
    const user = await this.users.create({ email, role, password: password ?? generated ?? '' });
    await this.#record('user.created', user, origin, { role });
    return { ...toUserResponse(user), ...(generated && { generated_password: generated }) };
  }

  async list({ cursor, ...filter }: UserQuery): Promise<Page<UserResponse>> {
    const users = await this.accounts.find({ ...filter, cursor: cursor?.email });
    return toPage(users, filter.limit, ({ email }) => ({ email }), toUserResponse);
  }

  async get(id: string): Promise<UserResponse> {
    return toUserResponse(await this.accounts.get(id));
  }

  /** @throws LastAdminError */
  async disable(id: string, origin: AuditOrigin): Promise<UserResponse> {
    const user = await this.accounts.disable(id);
    await this.#record('user.disabled', user, origin);
    await this.#endSessions(user, 'user_disabled');
    return toUserResponse(user);
  }

  async enable(id: string, origin: AuditOrigin): Promise<UserResponse> {
    const user = await this.accounts.enable(id);
    await this.#record('user.enabled', user, origin);
    await this.sessions.userChanged(user.id);
    return toUserResponse(user);
  }

  /** @throws LastAdminError */
  async changeRole(id: string, { role }: RoleRequest, origin: AuditOrigin): Promise<UserResponse> {
    const { user, former } = await this.accounts.changeRole(id, role);
    await this.#record('user.role_changed', user, origin, { from: former, to: role });
    await this.#endSessions(user, 'role_changed');
    return toUserResponse(user);
  }

  async resetPassword(
    id: string,
    { password }: PasswordResetRequest,
    origin: AuditOrigin,
  ): Promise<UserWithPassword> {
    const generated = password === undefined ? generatePassword() : undefined;
    const user = await this.accounts.resetPassword(id, password ?? generated ?? '');
    await this.#record('user.password_reset', user, origin, { generated: generated !== undefined });
    await this.#endSessions(user, 'password_reset');
    return { ...toUserResponse(user), ...(generated && { generated_password: generated }) };
  }

  async #endSessions({ id }: User, reason: EndReason): Promise<void> {
    // First what cannot fail: keys and sessions are asked for again, even when the sessions cannot be ended now.
    await this.sessions.userChanged(id);
    await this.sessions.endAllOf(id, { reason });
  }

  #record(action: AuditAction, user: User, origin: AuditOrigin, details: AuditDetails = {}): Promise<void> {
    return this.audit.record({ ...origin, action, subject: `user:${user.id}`, details });
  }
}

/** 144 random bits. */
function generatePassword(): string {
  return randomBytes(GENERATED_BYTES).toString('base64url');
}
