export { ApiProblem } from './api-problem.js';
export { type JsonSchema, jsonSchema } from './json-schema.js';
export { perRoute, type RouteTargets } from './per-route.js';
export { IS_PUBLIC, Public } from './public.decorator.js';
export { AnyCredential, REQUIRED_SCOPES } from './required-scopes.js';
export {
  REQUEST_BODY,
  type RequestExample,
  type RouteAnswer,
  type RouteDescription,
  RouteDocs,
} from './route-docs.js';
