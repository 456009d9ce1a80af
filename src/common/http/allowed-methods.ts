import type { Request } from 'express';

import { matchingRoutes } from './matching-routes.js';

/** The methods for which some route matches this path, for `Allow` (RFC 9110, 10.2.1); empty when there is none. */
export function allowedMethods({ app, path }: Pick<Request, 'app' | 'path'>): string[] {
  const methods = new Set(matchingRoutes(app, path).flatMap((route) => Object.keys(route.methods)));
  // Express answers HEAD wherever it answers GET.
  if (methods.has('get')) methods.add('head');
  return [...methods].map((method) => method.toUpperCase());
}
