import type { Request } from 'express';

import { isCatchAll } from './route-template.js';

/** The part of an Express router's layer that tells what it answers; @types/express lacks `match`. */
interface RouteLayer {
  readonly route: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods for which some route matches this path, for `Allow` (RFC 9110, 10.2.1); empty when there is none. */
export function allowedMethods(request: Request): string[] {
  const layers: readonly object[] = request.app.router.stack;
  const matching = layers.filter(isRouteLayer).filter((layer) => layer.match(request.path));
  const routes = matching.map(({ route }) => route).filter(({ path }) => !isCatchAll(path));
  const methods = new Set(routes.flatMap((route) => Object.keys(route.methods)));
  // Express answers HEAD wherever it answers GET.
  if (methods.has('get')) methods.add('head');
  return [...methods].map((method) => method.toUpperCase());
}

function isRouteLayer(layer: object): layer is RouteLayer {
  return (
    'route' in layer && layer.route !== undefined && 'match' in layer && typeof layer.match === 'function'
  );
}
