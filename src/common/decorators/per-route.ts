import type { ExecutionContext } from '@nestjs/common';

type Handler = ReturnType<ExecutionContext['getHandler']>;
type Targets = [Handler, ReturnType<ExecutionContext['getClass']>];

/** What decorators say of a route does not change while the gateway runs: it is read once, not with every request. */
export function perRoute<T>(read: (targets: Targets) => T): (context: ExecutionContext) => T {
  const known = new WeakMap<Handler, { readonly facts: T }>();
  return (context) => {
    const handler = context.getHandler();
    let entry = known.get(handler);
    if (!entry) known.set(handler, (entry = { facts: read([handler, context.getClass()]) }));
    return entry.facts;
  };
}
