export { AccessTokenService } from './access-token.service.js';
export { AuthModule } from './auth.module.js';
export { AuthService } from './auth.service.js';
export { CurrentPrincipal } from '../common/http/index.js';
export { LoggedInUser, LoginGuard } from './login.guard.js';
export type { MeResponse, TokenResponse } from './login.schema.js';
export { readRouteAccess, refusalOf, type RouteAccess } from './route-access.js';
export { RequireScopes } from './require-scopes.decorator.js';
export {
  AccessTokenRequiredError,
  AuthenticationRequiredError,
  InsufficientScopeError,
  InvalidApiKeyError,
  InvalidCredentialsError,
  InvalidTokenError,
} from './auth-errors.js';
export { FromWhere } from './session-origin.js';
