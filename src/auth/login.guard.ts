import { createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard as PassportGuard } from '@nestjs/passport';
import type { Request } from 'express';

import { validationErrorFrom } from '../common/errors/index.js';
import { User } from '../users/index.js';
import { InvalidCredentialsError } from './auth-errors.js';
import { loginSchema } from './login.schema.js';
import { PasswordStrategy } from './password.strategy.js';

/** Lets a request pass whose body holds the credentials of a user. */
@Injectable()
export class LoginGuard extends PassportGuard() {
  constructor(strategy: PasswordStrategy) {
    super({ defaultStrategy: strategy.name, session: false });
  }

  /** Guards run before pipes: without this check, Passport would also take credentials from the URL. */
  override canActivate(
    context: ExecutionContext,
  ): ReturnType<InstanceType<ReturnType<typeof PassportGuard>>['canActivate']> {
    const { body } = context.switchToHttp().getRequest<Request<unknown, unknown, unknown>>();
    const result = loginSchema.safeParse(body);
    if (!result.success) throw validationErrorFrom(result.error.issues);
    return super.canActivate(context);
  }

  override handleRequest<TUser>(error: Error | null, user: TUser | false): TUser {
    if (error) throw error;
    if (!user) throw new InvalidCredentialsError();
    return user;
  }
}

/** The user that the LoginGuard has let pass. */
export const LoggedInUser = createParamDecorator((_data: unknown, context: ExecutionContext): User => {
  const { user } = context.switchToHttp().getRequest<Request & { user?: unknown }>();
  if (!(user instanceof User)) throw new Error('@LoggedInUser() needs the LoginGuard');
  return user;
});
