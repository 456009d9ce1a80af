import type { ExecutionContext } from '@nestjs/common';

type Handler = ReturnType<ExecutionContext['getHandler']>;
/** The method and the controller that decorators stand on. */
export type RouteTargets = [Handler, ReturnType<ExecutionContext['getClass']>];

/** What decorators say of a route does not change while the gateway runs: it is read once, not with every request. */
export function perRoute<T>(read: (targets: RouteTargets) => T): (context: ExecutionContext) => T {
  const known = new WeakMap<Handler, { readonly facts: T }>();
  return (context) => {
    const handler = context.getHandler();
    let entry = known.get(handler);
    if (!entry) known.set(handler, (entry = { facts: read([handler, context.getClass()]) }));
    return entry.facts;
  };
}
