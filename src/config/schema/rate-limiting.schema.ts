import { z } from 'zod';

export const rateLimitText = z.string().regex(/^[1-9]\d{0,8}\/(second|minute|hour|day)$/, {
  error: 'expected <count>/<second|minute|hour|day>, for example 100/hour',
});

export const rateLimitingSchema = z
  .strictObject({
    default: tier('100/hour', 'ip_address', 'Calls without an identity.'),
    authenticated: tier('1000/hour', 'user_id', 'Calls of a signed-in user.'),
    admin: tier('10000/hour', 'user_id', 'Calls of an administrator.'),
    processing: tier('50/hour', 'user_id', 'Calls that process a document, counted on their own.'),
  })
  .prefault({})
  .meta({ title: 'Rate limiting', description: 'How often a client may call, per tier.' });

function tier(count: string, keyFunc: 'ip_address' | 'user_id', description: string) {
  return z
    .strictObject({
      limit: rateLimitText.default(count).meta({ description: `${description} Written <count>/<unit>.` }),
      key_func: z
        .enum(['ip_address', 'user_id'])
        .default(keyFunc)
        .meta({ description: 'What one allowance belongs to.' }),
    })
    .prefault({});
}
