import { isIP } from 'node:net';

import { z } from 'zod';

import { limitSchema, limitsResponseSchema } from '../rate-limit/index.js';

const UUID = z.uuid().toLowerCase();

/** `user:<id>`, `key:<id>` or `ip:<address>`. */
export const limitSubjectSchema = z
  .string()
  .max(128)
  .transform((text, context) => {
    const colon = text.indexOf(':');
    const [kind, value] = [text.slice(0, colon), text.slice(colon + 1)];
    const id = UUID.safeParse(value).data;
    if (kind === 'user' && id !== undefined) return { kind, id } as const;
    if (kind === 'key' && id !== undefined) return { kind, id } as const;
    if (kind === 'ip' && isIP(value) !== 0) return { kind, address: value } as const;
    context.addIssue({ code: 'custom', message: 'expected user:<id>, key:<id> or ip:<address>' });
    return z.NEVER;
  })
  .meta({
    description: '`user:<id>`, `key:<id>` or `ip:<address>`; of IPv6, all in the same /64 are one',
    example: 'ip:192.0.2.7',
  });
export type LimitSubjectName = z.infer<typeof limitSubjectSchema>;

export const subjectLimitsSchema = limitsResponseSchema
  .extend({
    subject: z.string().meta({ example: 'ip:192.0.2.7' }),
  })
  .meta({ id: 'SubjectLimits' });
export type SubjectLimitsResponse = z.infer<typeof subjectLimitsSchema>;

export const nearLimitsSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        subject: z.string().meta({ example: 'ip:192.0.2.7' }),
        email: z
          .string()
          .nullable()
          .meta({ description: 'Of a user; null while the database is unavailable.' }),
        limit: limitSchema,
      }),
    )
    .meta({ description: 'The nearest first; at most 50.' }),
});
export type NearLimitsResponse = z.infer<typeof nearLimitsSchema>;
