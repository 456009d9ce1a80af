import { z } from 'zod';
import { positiveInteger } from './scalars.js';

const argon2Schema = z
  .strictObject({
    memory_kib: z.int().min(8192).default(19_456).meta({ description: 'Memory of one hash, in KiB.' }),
    iterations: z.int().min(1).max(100).default(2).meta({ description: 'Passes over the memory.' }),
    parallelism: z.int().min(1).max(16).default(1).meta({ description: 'Lanes.' }),
    max_parallel: positiveInteger.default(2).meta({
      description: 'Hashes computed at the same time; Node has four threads for these, files and host names.',
    }),
    max_waiting: z.int().min(0).default(64).meta({
      description: 'Hashes that wait for their turn; beyond them logins answer 503.',
    }),
  })
  .prefault({});

const throttleSchema = z
  .strictObject({
    free_attempts_per_account: positiveInteger.default(10).meta({
      description: 'Failed logins of one account before the first delay.',
    }),
    free_attempts_per_address: positiveInteger.default(50).meta({
      description: 'Failed logins from one address (IPv6: one /64 network) before the first delay.',
    }),
    max_delay_seconds: z.int().min(1).max(3600).default(60).meta({
      description: 'Delays grow from one second, doubled with each failure, to this.',
    }),
    forget_seconds: z.int().min(1).max(86_400).default(120).meta({
      description: 'One failure is forgotten after this time.',
    }),
    known_address_days: z.int().min(1).max(365).default(30).meta({
      description:
        'How long an address that has logged in successfully is not kept out by the failures of others.',
    }),
  })
  .prefault({});

const adminEmail = z.string().refine((text) => text === '' || z.email().safeParse(text).success, {
  error: 'expected an e-mail address',
});

const jwtAlgorithm = z.enum(['HS256', 'HS384', 'HS512', 'RS256', 'ES256', 'EdDSA']);

const jwtKeySchema = z
  .strictObject({
    // A name and nothing else: it never becomes part of a path or an address.
    kid: z.string().regex(/^[\w-]{1,64}$/, 'expected 1 to 64 letters, digits, _ or -'),
    algorithm: jwtAlgorithm.optional(),
    secret: z.string().min(1).optional(),
    file: z.string().min(1).optional(),
  })
  .refine(({ secret, file }) => (secret === undefined) !== (file === undefined), {
    error: 'expected either secret or file',
  });

const jwtKeys = {
  jwt_secret_key: z.string().default('').meta({
    description:
      'Key that signs tokens: at least 32 random bytes (48 for HS384, 64 for HS512), or a private key as PEM for RS256, ES256 and EdDSA. Production needs this or `jwt_keys`; otherwise, when empty, one is made and kept in the data folder.',
    env: 'JWT_SECRET_KEY',
    secret: true,
  }),
  jwt_algorithm: jwtAlgorithm
    .default('HS256')
    .meta({ description: 'Signature of tokens; each key accepts no other one.', env: 'JWT_ALGORITHM' }),
  jwt_keys: z
    .array(jwtKeySchema)
    .default([])
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, {
      error: 'expected every kid once',
    })
    .meta({
      description:
        'Keys by name, to change them without logging anybody out: the first signs, all verify, and so does JWT_SECRET_KEY. Each has `kid`, `secret` or `file` (PEM or a secret), and `algorithm` where it is not that of the key.',
      env: 'JWT_KEYS',
      secret: true,
      example: '[{"kid": "2026-11", "file": "/run/secrets/jwt-2026-11.pem"}]',
    }),
  jwt_access_token_expire_minutes: positiveInteger
    .default(30)
    .meta({ description: 'Minutes an access token lives.', env: 'JWT_ACCESS_TOKEN_EXPIRE_MINUTES' }),
  jwt_refresh_token_expire_days: positiveInteger.default(7).meta({
    description: 'Days from a login until the next one; no refresh makes a session longer.',
    env: 'JWT_REFRESH_TOKEN_EXPIRE_DAYS',
  }),
  refresh_reuse_grace_seconds: z.number().min(0).max(60).default(10).meta({
    description:
      'Seconds in which a used refresh token gets the same answer again; later it ends its session.',
  }),
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
    login_throttle: throttleSchema,
    allow_registration: z.boolean().default(false).meta({
      description: 'Whether anybody may create an account of their own with POST /auth/register.',
      env: 'ALLOW_REGISTRATION',
    }),
  })
  .prefault({})
  .meta({ title: 'Authentication', description: 'Tokens, password hashes and the first administrator.' });
