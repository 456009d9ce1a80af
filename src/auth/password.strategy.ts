import { randomUUID } from 'node:crypto';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Request } from 'express';
import passport from 'passport';
import { Strategy } from 'passport-local';

import { auditOrigin } from '../audit/index.js';
import type { User } from '../users/index.js';
import { PasswordLogin } from './password-login.js';

/** Passport's check of e-mail address and password, for the login route only. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy) implements OnApplicationShutdown {
  /** Passport's registry belongs to the process: with a fixed name, two gateways in one would share their users. */
  override readonly name = `password-${randomUUID()}`;

  constructor(private readonly login: PasswordLogin) {
    super({
      usernameField: 'email',
      passwordField: 'password',
      session: false,
      passReqToCallback: true,
    });
    passport.use(this.name, this);
  }

  /** @returns null when the credentials are wrong */
  validate(request: Request, email: string, password: string): Promise<User | null> {
    return this.login.check({ email, password }, auditOrigin(request));
  }

  onApplicationShutdown(): void {
    passport.unuse(this.name);
  }
}
