import { CreateUsers1763900000000 } from './1763900000000-create-users.js';
import { CreateAuditLog1763950000000 } from './1763950000000-create-audit-log.js';
import { AddOperators1763950100000 } from './1763950100000-add-operators.js';
import { CreateSessions1763950200000 } from './1763950200000-create-sessions.js';
import { CreateApiKeys1763950300000 } from './1763950300000-create-api-keys.js';
import { CreateJobs1764000000000 } from './1764000000000-create-jobs.js';
import { CreateWebhooks1764000100000 } from './1764000100000-create-webhooks.js';
import { CreateIdempotencyKeys1764000200000 } from './1764000200000-create-idempotency-keys.js';
import { CreateIsolatedServices1764100000000 } from './1764100000000-create-isolated-services.js';

/** In the order in which they run. A released migration is never edited: add the next one. */
export const MIGRATIONS = [
  CreateUsers1763900000000,
  CreateAuditLog1763950000000,
  AddOperators1763950100000,
  CreateSessions1763950200000,
  CreateApiKeys1763950300000,
  CreateJobs1764000000000,
  CreateWebhooks1764000100000,
  CreateIdempotencyKeys1764000200000,
  CreateIsolatedServices1764100000000,
] as const;
