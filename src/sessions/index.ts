export { RefreshService } from './refresh.service.js';
export {
  END_REASONS,
  type EndReason,
  type GrantedSession,
  type Session,
  type SessionOrigin,
} from './session.js';
export { SessionCheck } from './session-check.js';
export { InvalidRefreshTokenError, SessionNotFoundError } from './session-errors.js';
export { type EndAllOptions, SessionRegistry } from './session-registry.js';
export type { ClaimedSession } from './session-standings.js';
export type { SessionPosition } from './sessions.repository.js';
export { SessionsModule } from './sessions.module.js';
export { SessionsService } from './sessions.service.js';
