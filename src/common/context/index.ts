export {
  ROLES,
  SCOPES,
  type Credential,
  type OwnRateLimit,
  type Principal,
  type Role,
  type Scope,
} from './principal.js';
export { currentRequest, requestContext, type RequestContext } from './request-context.js';
export { commonScopes, grants, scopesOfRole } from './scopes.js';
