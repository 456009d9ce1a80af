import type { Role } from '../common/context/index.js';

const MAX_USER_AGENT_CHARACTERS = 256;

/** From where a session is used. */
export interface SessionOrigin {
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
  readonly requestId: string | undefined;
}

/** As it is stored: clients may send any length. */
export function shortened(origin: SessionOrigin): SessionOrigin {
  return { ...origin, userAgent: origin.userAgent?.slice(0, MAX_USER_AGENT_CHARACTERS) };
}

/** A session as its owner sees it. */
export interface Session {
  readonly id: string;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

/** What a client gets at login and at every refresh. */
export interface GrantedSession {
  readonly sessionId: string;
  readonly user: { readonly id: string; readonly role: Role };
  readonly refreshToken: string;
  /** No token of the session is good after this, however often it is refreshed. */
  readonly expiresAt: Date;
}

/** Why a session ended; kept with it. */
export const END_REASONS = [
  'logout',
  'logout_all',
  'ended_by_user',
  'refresh_reused',
  'superseded',
  'password_changed',
  'password_reset',
  'role_changed',
  'user_disabled',
] as const;
export type EndReason = (typeof END_REASONS)[number];
