import { z } from 'zod';

import { ROLES, SCOPES } from '../../common/context/index.js';
import { adminServiceSchema } from '../admin-services.schema.js';

const REQUEST_LINE = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\/[\x21-\x7e]*)$/;
const MAX_ROUTE_CHARACTERS = 2_048;

export const explainQuerySchema = z.strictObject({
  route: z
    .string()
    .max(MAX_ROUTE_CHARACTERS)
    .transform((text, context) => {
      const [, method = '', target = ''] = REQUEST_LINE.exec(text) ?? [];
      if (method !== '' && isDecodable(target)) return { method, path: target.split('?')[0] ?? '' };
      context.addIssue({ code: 'custom', message: 'expected a method and a path, such as POST /process' });
      return z.NEVER;
    })
    .meta({
      description: 'A method and a path, such as `POST /process` or `GET /jobs/{id}`.',
      example: 'POST /process',
    }),
  principal: z
    .uuid()
    .toLowerCase()
    .optional()
    .meta({ description: 'The id of a user or of an API key. Left out: nobody in particular.' }),
});
export type ExplainQuery = z.infer<typeof explainQuerySchema>;

const seconds = z.number();
const scopes = z.array(z.enum(SCOPES));

const accessSchema = z.strictObject({
  granted: z.boolean(),
  status: z.int().optional().meta({ description: 'Of the answer, where it is not granted.' }),
  code: z.string().optional().meta({ example: 'INSUFFICIENT_SCOPE' }),
  reason: z.string().optional(),
});

const limitSchema = z.strictObject({
  name: z.string(),
  limit: z.int().nonnegative(),
  window: z.int().nonnegative().meta({ description: 'Seconds.' }),
  counted_by: z.enum(['user', 'api_key', 'address']),
  remaining: z
    .int()
    .nonnegative()
    .nullable()
    .meta({ description: 'Null where it depends on the address of the caller.' }),
});

const uploadSchema = z.strictObject({
  media_types: z.array(z.string()),
  document_types: z.array(z.string()).optional(),
  max_document_bytes: z.int().optional(),
  max_pixels: z.int().optional(),
  max_documents: z.int().optional(),
  max_bytes: z.int().optional(),
});

export const explainSchema = z
  .strictObject({
    route: z.strictObject({
      method: z.string(),
      template: z.string(),
      is_public: z.boolean(),
      scopes: scopes.nullable().meta({
        description:
          'All of them are needed; null: an access token is, whatever its scopes, and no API key will do.',
      }),
    }),
    principal: z
      .strictObject({
        kind: z.enum(['user', 'api_key']),
        user_id: z.uuid(),
        role: z.enum(ROLES),
        state: z.enum(['active', 'disabled', 'expired', 'revoked']),
        scopes,
      })
      .nullable(),
    access: accessSchema,
    limits: z.array(limitSchema).meta({ description: 'All that a call would be charged to.' }),
    uploads: uploadSchema.nullable(),
    microservices: z
      .array(
        adminServiceSchema
          .pick({ name: true, state: true, breaker: true, policy: true })
          .extend({ operations: z.array(z.string()) }),
      )
      .meta({ description: 'Those that may be called, and the operations that they are called for.' }),
    cache: z
      .strictObject({ operations: z.array(z.string()), ttl_seconds: seconds, max_entry_bytes: z.int() })
      .nullable()
      .meta({ description: 'Whose results are kept, for their owner, and for how long.' }),
    deadline_seconds: seconds.meta({ description: 'For the whole request; less where its header says so.' }),
    jobs: z
      .record(z.string(), z.number())
      .nullable()
      .meta({ description: 'Settings of the block `jobs`, where a request may become a job.' }),
  })
  .meta({ id: 'Explanation' });
export type Explanation = z.infer<typeof explainSchema>;

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
