export { ApiProblem, PROBLEM_CONTENT } from './api-problem.js';
export { perRoute, type RouteTargets } from './per-route.js';
export { IS_PUBLIC, Public } from './public.decorator.js';
export { AnyCredential, REQUIRED_SCOPES } from './required-scopes.js';
export { queryDocs, type RouteDescription, RouteDocs } from './route-docs.js';
