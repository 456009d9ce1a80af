import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

import type { Role } from '../common/context/index.js';
import { AuthenticationRequiredError, InsufficientRoleError } from './auth-errors.js';
import { REQUIRED_ROLES } from './decorators.js';

/** After the AuthGuard: enforces `@Roles(…)`. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    const roles = this.reflector.getAllAndOverride<readonly Role[] | undefined>(REQUIRED_ROLES, targets);
    if (!roles) return true;
    const { principal } = context.switchToHttp().getRequest<Request>();
    // A route that is public and has roles is a mistake of ours, which must not open it.
    if (!principal) throw new AuthenticationRequiredError();
    if (!roles.includes(principal.role)) throw new InsufficientRoleError();
    return true;
  }
}
