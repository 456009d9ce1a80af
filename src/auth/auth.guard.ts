import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';

import { IS_PUBLIC } from '../common/decorators/index.js';
import { presentedCredential } from './credential.js';
import { Principals } from './principals.js';
import { Refusals } from './refusals.js';

/** Closed by default: a route without `@Public()` needs a valid access token or API key. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly principals: Principals,
    private readonly refusals: Refusals,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.#isPublic(context)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    try {
      request.principal = await this.principals.of(presentedCredential(request));
      return true;
    } catch (error) {
      this.refusals.note(request, error);
      throw error;
    }
  }

  #isPublic(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(IS_PUBLIC, targets) === true;
  }
}
