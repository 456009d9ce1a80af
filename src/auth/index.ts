export { AccessTokenService } from './access-token.service.js';
export { AuthModule } from './auth.module.js';
export { CurrentPrincipal, Roles } from './decorators.js';
export {
  AuthenticationRequiredError,
  InsufficientRoleError,
  InvalidCredentialsError,
  InvalidTokenError,
} from './auth-errors.js';
