import { z } from 'zod';

import { cursorSchema, limitSchema, pageSchema, timeSchema } from '../common/paging/index.js';
import type { Session, SessionPosition } from '../sessions/index.js';

/** Ours have 56 characters. */
const MAX_REFRESH_TOKEN_CHARACTERS = 128;

export const refreshSchema = z
  .strictObject({
    refresh_token: z.string().min(1).max(MAX_REFRESH_TOKEN_CHARACTERS).meta({ format: 'password' }),
  })
  .meta({ id: 'RefreshRequest' });
export type RefreshRequest = z.infer<typeof refreshSchema>;

const positionSchema = z.strictObject({ createdAt: timeSchema, id: z.uuid() });

export const sessionsQuerySchema = z.strictObject({
  limit: limitSchema,
  cursor: cursorSchema(positionSchema),
});
export type SessionsQuery = z.infer<typeof sessionsQuerySchema>;

const sessionSchema = z
  .strictObject({
    id: z.uuid(),
    device: z.string().nullable().meta({ description: 'The `User-Agent` that it was last used with.' }),
    address: z.string().nullable().meta({ description: 'The IP address that it was last refreshed from.' }),
    created_at: z.iso.datetime(),
    last_used_at: z.iso.datetime().meta({ description: 'To within five minutes.' }),
    expires_at: z.iso.datetime(),
    current: z.boolean().meta({ description: 'Whether this request belongs to it.' }),
  })
  .meta({ id: 'Session' });
export type SessionResponse = z.infer<typeof sessionSchema>;

export const sessionsResponseSchema = pageSchema(sessionSchema).meta({ id: 'SessionPage' });

export function toSessionResponse(session: Session, currentId: string): SessionResponse {
  return {
    id: session.id,
    device: session.userAgent,
    address: session.address,
    created_at: session.createdAt.toISOString(),
    last_used_at: session.lastUsedAt.toISOString(),
    expires_at: session.expiresAt.toISOString(),
    current: session.id === currentId,
  };
}

export function positionOf({ createdAt, id }: Session): SessionPosition {
  return { createdAt, id };
}
