import { type RouteDescription, RouteDocs } from '../common/decorators/index.js';

/** Every route of an administrator answers with something. */
type AdminRoute = RouteDescription & Required<Pick<RouteDescription, 'response'>>;

/** @param route with refusals beside those of every route */
export function AdminDocs(route: AdminRoute): MethodDecorator {
  return RouteDocs({
    ...route,
    refusals: {
      ...route.refusals,
      422: 'Bad values: `VALIDATION_FAILED`, with `errors[].pointer`',
      503: 'The database or Redis is unavailable: `DATABASE_UNAVAILABLE`, `DB_BUSY`, `REDIS_UNAVAILABLE`',
    },
  });
}
