import type { Application } from 'express';

import { isCatchAll } from './route-template.js';

interface Route {
  /** Or several, which mean the same. */
  readonly path: string | readonly string[];
  readonly methods: Readonly<Record<string, boolean>>;
}

export type PathParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The part of an Express router's layer that tells what it answers; @types/express lacks `match`. */
interface RouteLayer {
  readonly route: Route;
  match(path: string): { readonly params: PathParameters } | false | undefined;
}

export interface MatchingRoute extends Route {
  readonly params: PathParameters;
}

/** The routes that match a path, whatever their method, in the order in which the router looks at them. */
export function matchingRoutes(app: Application, path: string): MatchingRoute[] {
  const layers: readonly object[] = app.router.stack;
  return layers.filter(isRouteLayer).flatMap((layer) => {
    const { route } = layer;
    const match = [route.path].flat().some(isCatchAll) ? undefined : layer.match(path);
    return match ? [{ path: route.path, methods: route.methods, params: match.params }] : [];
  });
}

function isRouteLayer(layer: object): layer is RouteLayer {
  return (
    'route' in layer && layer.route !== undefined && 'match' in layer && typeof layer.match === 'function'
  );
}
