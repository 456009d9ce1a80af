import { z } from 'zod';

import { emailSchema, newPasswordSchema } from '../users/index.js';
import { MAX_PASSWORD_CHARACTERS } from './login.schema.js';

export const registrationSchema = z
  .strictObject({
    email: emailSchema.meta({ example: 'ana@example.com' }),
    password: newPasswordSchema.meta({ format: 'password' }),
  })
  .meta({ id: 'RegistrationRequest' });

export type RegistrationRequest = z.infer<typeof registrationSchema>;

export const registrationResponseSchema = z
  .strictObject({
    status: z.literal('accepted').meta({
      description: 'The same whether the address was free or not: log in to find out.',
    }),
  })
  .meta({ id: 'RegistrationAnswer' });

export type RegistrationResponse = z.infer<typeof registrationResponseSchema>;

export const passwordChangeSchema = z
  .strictObject({
    current_password: z.string().min(1).max(MAX_PASSWORD_CHARACTERS).meta({ format: 'password' }),
    new_password: newPasswordSchema.meta({ format: 'password' }),
  })
  .meta({ id: 'PasswordChangeRequest' });

export type PasswordChangeRequest = z.infer<typeof passwordChangeSchema>;
