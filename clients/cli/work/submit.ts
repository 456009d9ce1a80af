import { randomUUID } from 'node:crypto';

import type { GatewayClient, Patience } from '../gateway/gateway-client.ts';
import type { Job } from '../gateway/job.ts';
import type { LocalDocument } from './local-document.ts';

/** How a document is to be processed, as far as the user said so. */
export interface Wishes {
  readonly type: string | undefined;
  readonly language: string | undefined;
  readonly retention: string | undefined;
}

const TIMEOUT_MS = 600_000;
const PATIENCE: Patience = { unreachableMs: 60_000, busyMs: 120_000 };

/**
 * Sends a document that becomes a job. However often it has to be sent, it is accepted once.
 * @throws CliError
 */
export function submit(
  client: GatewayClient,
  { name, content }: LocalDocument,
  wishes: Wishes,
): Promise<Job> {
  const { type, language, retention } = wishes;
  const body = new FormData();
  if (type !== undefined) body.set('document_type', type);
  if (language !== undefined) body.set('language', language);
  body.set('file', content, name);
  const headers = {
    prefer: 'respond-async',
    'idempotency-key': randomUUID(),
    ...(retention !== undefined && { 'x-retention': retention }),
  };
  return client.json<Job>('POST /process', { body, headers, timeoutMs: TIMEOUT_MS, patience: PATIENCE });
}
