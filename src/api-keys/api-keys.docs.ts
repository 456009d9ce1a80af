import { type RouteDescription, RouteDocs } from '../common/decorators/index.js';

/** @param route with refusals beside those of every route */
export function ApiKeyDocs(route: RouteDescription): MethodDecorator {
  return RouteDocs({
    ...route,
    refusals: {
      ...route.refusals,
      503: 'The database is unavailable: `DATABASE_UNAVAILABLE`, `DB_BUSY`',
    },
  });
}
