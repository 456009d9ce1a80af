import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditOrigin } from '../audit/index.js';
import { type CredentialCheck, type User, UsersService } from '../users/index.js';
import type { LoginRequest } from './login.schema.js';
import { LoginThrottle, LoginThrottledError } from './login-throttle/index.js';

/** Enough to tell accounts apart in the audit log, where people also type passwords into the wrong field. */
const ACCOUNT_CHARACTERS = 16;

/** Checks e-mail address and password: slowed down for those who guess, and noted in the audit log. */
@Injectable()
export class PasswordLogin {
  constructor(
    private readonly users: UsersService,
    private readonly throttle: LoginThrottle,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns null when the credentials are wrong or the user is disabled
   * @throws LoginThrottledError, PasswordHashingBusyError
   */
  async check(credentials: LoginRequest, origin: AuditOrigin): Promise<User | null> {
    const account = credentials.email.trim().toLowerCase();
    try {
      return await this.throttle.guard(account, origin.address ?? '', () =>
        this.#checkOnce(account, credentials.password, origin),
      );
    } catch (error) {
      if (error instanceof LoginThrottledError) await this.#recordThrottled(account, origin);
      throw error;
    }
  }

  async #checkOnce(account: string, password: string, origin: AuditOrigin): Promise<User | null> {
    const check = await this.users.checkCredentials(account, password);
    if (check.outcome === 'accepted') {
      const { id } = check.user;
      await this.audit.record({ ...origin, action: 'login.succeeded', actorId: id, subject: `user:${id}` });
      return check.user;
    }
    await this.#recordFailed(check, account, origin);
    return null;
  }

  async #recordFailed(check: CredentialCheck, account: string, origin: AuditOrigin): Promise<void> {
    await this.audit.record({
      ...origin,
      action: 'login.failed',
      subject: check.outcome === 'unknown_user' ? undefined : `user:${check.user.id}`,
      details: { reason: check.outcome, account: digestOf(account) },
    });
  }

  async #recordThrottled(account: string, origin: AuditOrigin): Promise<void> {
    await this.audit.record({
      ...origin,
      action: 'login.throttled',
      details: { account: digestOf(account) },
    });
  }
}

function digestOf(account: string): string {
  return hash('sha256', account, 'hex').slice(0, ACCOUNT_CHARACTERS);
}
