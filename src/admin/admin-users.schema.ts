import { z } from 'zod';

import { ROLES } from '../common/context/index.js';
import { cursorSchema, limitSchema, pageSchema } from '../common/paging/index.js';
import { emailSchema, newPasswordSchema, type User } from '../users/index.js';

const MAX_EMAIL_CHARACTERS = 254;

const password = newPasswordSchema.optional().meta({
  format: 'password',
  description: 'Left out: one is made, and shown in this answer only.',
});

export const newUserSchema = z
  .strictObject({
    email: emailSchema.meta({ example: 'ana@example.com' }),
    role: z.enum(ROLES).default('user'),
    password,
  })
  .meta({ id: 'NewUserRequest' });
export type NewUserRequest = z.infer<typeof newUserSchema>;

export const roleSchema = z.strictObject({ role: z.enum(ROLES) }).meta({ id: 'RoleRequest' });
export type RoleRequest = z.infer<typeof roleSchema>;

export const passwordResetSchema = z.strictObject({ password }).meta({ id: 'PasswordResetRequest' });
export type PasswordResetRequest = z.infer<typeof passwordResetSchema>;

const emailText = z
  .string()
  .max(MAX_EMAIL_CHARACTERS)
  .regex(/^\P{Cc}*$/u, 'control characters are not allowed')
  .toLowerCase();

export const userQuerySchema = z.strictObject({
  role: z.enum(ROLES).optional().meta({ description: 'Users with this role.' }),
  disabled: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .meta({ openapi: { type: 'boolean' } })
    .optional()
    .meta({ description: 'Only those that are disabled, or only the others.' }),
  email: emailText.optional().meta({ description: 'The beginning of the address.' }),
  limit: limitSchema,
  cursor: cursorSchema(z.strictObject({ email: emailText })),
});
export type UserQuery = z.infer<typeof userQuerySchema>;

export const userResponseSchema = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    role: z.enum(ROLES),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    disabled_at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'User' });
export type UserResponse = z.infer<typeof userResponseSchema>;

export const userWithPasswordSchema = userResponseSchema
  .extend({
    generated_password: z
      .string()
      .optional()
      .meta({ description: 'Shown once; only when it was made here.' }),
  })
  .meta({ id: 'UserWithPassword' });
export type UserWithPassword = z.infer<typeof userWithPasswordSchema>;

export const userPageSchema = pageSchema(userResponseSchema).meta({ id: 'UserPage' });

export function toUserResponse(user: User): UserResponse {
  return {
    id: user.id,
    email: user.email,
    role: user.role,
    created_at: user.createdAt.toISOString(),
    updated_at: user.updatedAt.toISOString(),
    disabled_at: user.disabledAt?.toISOString() ?? null,
  };
}
