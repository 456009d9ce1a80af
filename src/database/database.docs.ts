import { type RouteDescription, RouteDocs } from '../common/decorators/index.js';

/** What a route refuses, in the words of the API description, when it cannot ask the database. */
export const DATABASE_DOWN = { 503: 'The database is unavailable: `DATABASE_UNAVAILABLE`, `DB_BUSY`' };

/** @param route one that asks the database, with its other refusals */
export function DatabaseDocs(route: RouteDescription): MethodDecorator {
  return RouteDocs({ ...route, refusals: { ...route.refusals, ...DATABASE_DOWN } });
}
