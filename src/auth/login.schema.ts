import { z } from 'zod';

import { ROLES } from '../common/context/index.js';
import type { User } from '../users/index.js';

const MAX_EMAIL_CHARACTERS = 254;
/** More than a password may have, so that its rules are told to nobody who guesses. */
export const MAX_PASSWORD_CHARACTERS = 1024;

export const loginSchema = z
  .strictObject({
    email: z
      .string()
      .min(1)
      .max(MAX_EMAIL_CHARACTERS)
      .regex(/^\P{Cc}*$/u, 'control characters are not allowed')
      .meta({ example: 'admin@iris.example.com' }),
    password: z.string().min(1).max(MAX_PASSWORD_CHARACTERS).meta({ format: 'password' }),
  })
  .meta({ id: 'LoginRequest' });

export type LoginRequest = z.infer<typeof loginSchema>;

/** Of a login and of every refresh. */
export const tokenResponseSchema = z
  .strictObject({
    access_token: z.string(),
    refresh_token: z.string().meta({ description: 'Good for one POST /auth/refresh.' }),
    token_type: z.literal('Bearer'),
    expires_in: z.int().nonnegative().meta({ description: 'Seconds that the access token lives.' }),
  })
  .meta({ id: 'Tokens' });

export type TokenResponse = z.infer<typeof tokenResponseSchema>;

export const meResponseSchema = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    role: z.enum(ROLES),
    created_at: z.iso.datetime(),
  })
  .meta({ id: 'CurrentUser' });

export type MeResponse = z.infer<typeof meResponseSchema>;

export function toMeResponse(user: User): MeResponse {
  return { id: user.id, email: user.email, role: user.role, created_at: user.createdAt.toISOString() };
}
