export { ROLES, SCOPES, type Credential, type Principal, type Role, type Scope } from './principal.js';
export { requestContext, type RequestContext } from './request-context.js';
