import { randomUUID } from 'node:crypto';

import type { INestApplicationContext } from '@nestjs/common';

import { AccessTokenService } from '../../src/auth/index.js';
import type { Role } from '../../src/common/context/index.js';
import { SessionCheck } from '../../src/sessions/index.js';

const HOUR_MS = 3_600_000;

/** An access token whose session is known to this gateway and to nobody else: it works without the database. */
export async function issueToken(
  app: INestApplicationContext,
  { id, role }: { readonly id: string; readonly role: Role },
): Promise<string> {
  const sessionId = randomUUID();
  await app.get(SessionCheck, { strict: false }).noteGranted({ id: sessionId, userId: id, role });
  const expiresAt = new Date(Date.now() + HOUR_MS);
  return app.get(AccessTokenService, { strict: false }).issue({ sessionId, user: { id, role }, expiresAt })
    .token;
}
