export { allowedMethods } from './allowed-methods.js';
export { CurrentPrincipal } from './current-principal.decorator.js';
export { Context, type Exchange, HttpExchange } from './exchange.decorator.js';
export { finalStatus } from './final-status.js';
export { networkOf } from './network-of.js';
export { JsonAnswer, type JsonChunk } from './json-answer.js';
export { type ReadJsonBody, jsonBodyReader } from './read-json-body.js';
export { matchingRoutes, type PathParameters } from './matching-routes.js';
export { routeTemplate } from './route-template.js';
