import { z } from 'zod';
import { positiveInteger } from './scalars.js';

const argon2Schema = z
  .strictObject({
    memory_kib: z.int().min(8192).default(19_456).meta({ description: 'Memory of one hash, in KiB.' }),
    iterations: z.int().min(1).max(100).default(2).meta({ description: 'Passes over the memory.' }),
    parallelism: z.int().min(1).max(16).default(1).meta({ description: 'Lanes.' }),
  })
  .prefault({});

const adminEmail = z.string().refine((text) => text === '' || z.email().safeParse(text).success, {
  error: 'expected an e-mail address',
});

const jwtKeys = {
  jwt_secret_key: z.string().default('').meta({
    description:
      'Key that signs tokens: at least 32 random bytes (48 for HS384, 64 for HS512). Required in production; otherwise, when empty, one is made and kept in the data folder.',
    env: 'JWT_SECRET_KEY',
    secret: true,
  }),
  jwt_algorithm: z
    .enum(['HS256', 'HS384', 'HS512'])
    .default('HS256')
    .meta({ description: 'Signature of tokens; no other one is accepted.', env: 'JWT_ALGORITHM' }),
  jwt_access_token_expire_minutes: positiveInteger
    .default(30)
    .meta({ description: 'Minutes an access token lives.', env: 'JWT_ACCESS_TOKEN_EXPIRE_MINUTES' }),
  jwt_refresh_token_expire_days: positiveInteger
    .default(7)
    .meta({ description: 'Days a refresh token lives.', env: 'JWT_REFRESH_TOKEN_EXPIRE_DAYS' }),
  issuer: z.string().min(1).default('iris').meta({ description: 'Claim `iss`, written and required.' }),
  audience: z.string().min(1).default('iris-api').meta({ description: 'Claim `aud`, written and required.' }),
};

export const authSchema = z
  .strictObject({
    ...jwtKeys,
    admin_email: adminEmail.default('').meta({
      description: 'E-mail of the first administrator, made at start when there is none.',
      env: 'ADMIN_EMAIL',
      example: 'admin@iris.example.com',
    }),
    admin_password: z.string().default('').meta({
      description: 'Password of the first administrator.',
      env: 'ADMIN_PASSWORD',
      secret: true,
    }),
    argon2: argon2Schema,
  })
  .prefault({})
  .meta({ title: 'Authentication', description: 'Tokens, password hashes and the first administrator.' });
