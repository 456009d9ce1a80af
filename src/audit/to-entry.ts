import { randomUUID } from 'node:crypto';

import { AuditEntry } from './audit-entry.entity.js';
import type { AuditDetails, AuditEvent } from './audit-event.js';

const MAX_CHARACTERS = 256;

/** What the table can take, whatever a client has put into a header or a name. */
export function toEntry(event: AuditEvent, at = new Date()): AuditEntry {
  return Object.assign(new AuditEntry(), {
    id: randomUUID(),
    at,
    action: event.action,
    actorId: event.actorId ?? null,
    subject: storable(event.subject),
    address: storable(event.address),
    requestId: storable(event.requestId),
    details: storableDetails(event.details ?? {}),
  });
}

function storableDetails(details: AuditDetails): AuditDetails {
  const entries = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' ? storable(value) : value,
  ]);
  return Object.fromEntries(entries) as AuditDetails;
}

/** PostgreSQL takes neither NUL nor half a surrogate pair. */
function storable(text: string | undefined): string | null {
  return text?.slice(0, MAX_CHARACTERS).replaceAll('\0', '').toWellFormed() ?? null;
}
