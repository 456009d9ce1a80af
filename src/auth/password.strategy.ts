import { randomUUID } from 'node:crypto';

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import passport from 'passport';
import { Strategy } from 'passport-local';

import { type User, UsersService } from '../users/index.js';

/** Passport's check of e-mail address and password, for the login route only. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy) implements OnApplicationShutdown {
  /** Passport's registry belongs to the process: with a fixed name, two gateways in one would share their users. */
  override readonly name = `password-${randomUUID()}`;

  constructor(private readonly users: UsersService) {
    super({ usernameField: 'email', passwordField: 'password', session: false });
    passport.use(this.name, this);
  }

  /** @returns null when the credentials are wrong */
  validate(email: string, password: string): Promise<User | null> {
    return this.users.findByCredentials(email, password);
  }

  onApplicationShutdown(): void {
    passport.unuse(this.name);
  }
}
