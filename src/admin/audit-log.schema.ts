import { z } from 'zod';

import { AUDIT_ACTIONS, type AuditEntry } from '../audit/index.js';
import { cursorSchema, limitSchema, pageSchema, timeSchema } from '../common/paging/index.js';

const MAX_SUBJECT_CHARACTERS = 256;

export const auditQuerySchema = z.strictObject({
  action: z.enum(AUDIT_ACTIONS).optional().meta({ description: 'What was done.' }),
  actor: z.uuid().optional().meta({ description: 'The user who acted.' }),
  subject: z
    .string()
    .min(1)
    .max(MAX_SUBJECT_CHARACTERS)
    .regex(/^\P{Cc}*$/u, 'control characters are not allowed')
    .optional()
    .meta({ description: 'What was acted on, such as `user:<id>`.' }),
  from: timeSchema.optional().meta({ description: 'RFC 3339; inclusive.' }),
  to: timeSchema.optional().meta({ description: 'RFC 3339; exclusive.' }),
  limit: limitSchema,
  cursor: cursorSchema(z.strictObject({ at: timeSchema, id: z.uuid() })),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditEntrySchema = z
  .strictObject({
    id: z.uuid(),
    at: z.iso.datetime(),
    action: z.enum(AUDIT_ACTIONS),
    actor_id: z.uuid().nullable(),
    subject: z.string().nullable(),
    address: z.string().nullable(),
    request_id: z.string().nullable(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryResponse = z.infer<typeof auditEntrySchema>;

export const auditPageSchema = pageSchema(auditEntrySchema).meta({ id: 'AuditPage' });

export function toAuditEntryResponse(entry: AuditEntry): AuditEntryResponse {
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    action: entry.action,
    actor_id: entry.actorId,
    subject: entry.subject,
    address: entry.address,
    request_id: entry.requestId,
    details: entry.details,
  };
}
