import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import type { Principal } from '../common/context/index.js';
import { SessionRegistry } from '../sessions/index.js';
import { AccountsService, UserExistsError, UsersService } from '../users/index.js';
import type { PasswordChangeRequest, RegistrationRequest, RegistrationResponse } from './account.schema.js';
import { WrongPasswordError } from './account-errors.js';
import { AccessTokenRequiredError } from './auth-errors.js';
import { LoginThrottle } from './login-throttle/index.js';

/** What people do with their own accounts. */
@Injectable()
export class AccountService {
  constructor(
    private readonly users: UsersService,
    private readonly accounts: AccountsService,
    private readonly sessions: SessionRegistry,
    private readonly throttle: LoginThrottle,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Answers alike and after the same work whether there is such a user or not: who is registered is nobody's business.
   * Every call counts against the address, because each costs a hash and perhaps a row.
   * @throws LoginThrottledError, PasswordHashingBusyError
   */
  async register(request: RegistrationRequest, origin: AuditOrigin): Promise<RegistrationResponse> {
    const source = `registration ${origin.address ?? ''}`;
    await this.throttle.guard(source, source, async () => {
      await this.#registerOnce(request, origin);
      return null;
    });
    return { status: 'accepted' };
  }

  /**
   * Ends all sessions but the caller's. Can be repeated: when the password was changed but the sessions could not be
   * ended, the answer is 503, and asking again ends them.
   * @throws WrongPasswordError, LoginThrottledError, ValidationError
   */
  async changePassword(
    principal: Principal,
    { current_password: current, new_password: next }: PasswordChangeRequest,
    origin: AuditOrigin,
  ): Promise<void> {
    const { userId, credential } = principal;
    if (credential.kind !== 'access_token') throw new AccessTokenRequiredError();
    // Whoever has stolen a token must not guess here at leisure what the login would not let them guess.
    const isChanged = await this.throttle.guard(`password of ${userId}`, origin.address ?? '', async () =>
      (await this.accounts.changePassword(userId, current, next)) ? true : null,
    );
    const subject = `user:${userId}`;
    if (!isChanged) {
      const details = { reason: 'wrong_password' };
      await this.audit.record({ ...origin, action: 'access.denied', subject, details });
      throw new WrongPasswordError();
    }
    await this.audit.record({ ...origin, action: 'user.password_changed', subject });
    await this.sessions.endAllOf(userId, { reason: 'password_changed', except: credential.sessionId });
  }

  async #registerOnce({ email, password }: RegistrationRequest, origin: AuditOrigin): Promise<void> {
    try {
      const { id } = await this.users.create({ email, password, role: 'user' });
      await this.audit.record({ ...origin, action: 'user.registered', actorId: id, subject: `user:${id}` });
    } catch (error) {
      if (!(error instanceof UserExistsError)) throw error;
      await this.audit.record({ ...origin, action: 'user.registered', details: { already_existed: true } });
    }
  }
}
