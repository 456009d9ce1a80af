export { ROLES, type Principal, type Role } from './principal.js';
export { requestContext, type RequestContext } from './request-context.js';
