import { applyDecorators, SetMetadata } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ApiSecurity } from '@nestjs/swagger';

import type { Scope } from '../common/context/index.js';
import { ApiProblem, REQUIRED_SCOPES } from '../common/decorators/index.js';

/**
 * Only for principals that hold all these scopes; others get 403. On a controller it is about those of its routes that
 * do not say otherwise. A route that names no scope is for people: it takes access tokens and no API keys.
 */
export function RequireScopes(...scopes: readonly [Scope, ...Scope[]]): MethodDecorator & ClassDecorator {
  const enforce = SetMetadata(REQUIRED_SCOPES, scopes);
  return (target: object, name: string | symbol = '', route?: PropertyDescriptor) => {
    for (const descriptor of route ? [route] : undecidedRoutes(target)) {
      applyDecorators(enforce, ...documentation(scopes))(target, name, descriptor);
    }
    if (!route) Reflect.defineMetadata(REQUIRED_SCOPES, scopes, target);
  };
}

/** Nest would describe the scopes of a class beside those of its method as alternatives, so each route has its own. */
function undecidedRoutes(controller: object): PropertyDescriptor[] {
  if (typeof controller !== 'function') return [];
  const descriptors = Object.values(Object.getOwnPropertyDescriptors(controller.prototype as object));
  return descriptors.filter(({ value }) => isRoute(value) && !Reflect.hasMetadata(REQUIRED_SCOPES, value));
}

function isRoute(value: unknown): value is () => unknown {
  return typeof value === 'function' && Reflect.hasMetadata(PATH_METADATA, value);
}

function documentation(scopes: readonly Scope[]): MethodDecorator[] {
  return [
    ApiSecurity('bearer', [...scopes]),
    ApiSecurity('api_key', [...scopes]),
    ApiProblem(403, `Needs the scope ${scopes.join(' and ')}: \`INSUFFICIENT_SCOPE\``),
  ];
}
