import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { Request } from 'express';

import type { Principal, Role } from '../common/context/index.js';

export const REQUIRED_ROLES = 'auth:required-roles';

type RouteDecorator = MethodDecorator & ClassDecorator;

/** Only principals with one of these roles; others get 403. */
export function Roles(...roles: readonly [Role, ...Role[]]): RouteDecorator {
  return applyDecorators(
    SetMetadata(REQUIRED_ROLES, roles),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'No access token, or not a valid one.' }),
    ApiForbiddenResponse({ description: `Only for the role ${roles.join(' or ')}.` }),
  );
}

/** The verified caller, as a parameter of a handler. */
export const CurrentPrincipal = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Principal => {
    const { principal } = context.switchToHttp().getRequest<Request>();
    if (!principal) throw new Error('@CurrentPrincipal() is not for public routes');
    return principal;
  },
);
