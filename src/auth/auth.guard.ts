import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

import { IS_PUBLIC } from '../common/decorators/index.js';
import { AccessTokenService } from './access-token.service.js';
import { bearerToken } from './bearer-token.js';

/** Closed by default: a route without `@Public()` needs a valid access token. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: AccessTokenService,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.#isPublic(context)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    request.principal = this.tokens.verify(bearerToken(request));
    return true;
  }

  #isPublic(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, targets) === true;
  }
}
