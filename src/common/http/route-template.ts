import type { Request } from 'express';

/** The template of the matched route, such as `/jobs/:id`: never a raw path, whose values have no end. */
export function routeTemplate(request: Request): string {
  const route: unknown = request.route;
  if (typeof route === 'object' && route !== null && 'path' in route && typeof route.path === 'string') {
    return isCatchAll(route.path) ? 'unmatched' : route.path;
  }
  return 'unmatched';
}

/** Nest mounts its middleware on a route of its own, which matches every path. */
export function isCatchAll(path: string): boolean {
  return path.startsWith('{/*');
}
