import type { EntityManager } from 'typeorm';

import { JsonAnswer } from '../../common/http/index.js';
import type { Answer } from '../../idempotency/index.js';
import type { Job } from '../job.entity.js';
import { positionsOf } from '../job-position.js';
import { toJobResponse } from '../job-response.js';

/** When to look for the first time whether a job is done. */
const RETRY_AFTER_SECONDS = 1;

/**
 * 202: the document has become a job.
 * @param applied the preference that was honoured (RFC 7240, 3)
 */
export async function acceptedAnswer(
  manager: EntityManager,
  job: Job,
  applied: string | undefined,
): Promise<JsonAnswer> {
  const position = (await positionsOf(manager, [job])).get(job.id) ?? null;
  const body = toJobResponse(job, position);
  const headers = {
    Location: `/jobs/${job.id}`,
    'Retry-After': String(RETRY_AFTER_SECONDS),
    'Cache-Control': 'no-store',
    ...(applied !== undefined && { 'Preference-Applied': applied }),
  };
  return new JsonAnswer([JSON.stringify(body)], headers, 202);
}

export function toStoredAnswer({ body, headers, status = 200 }: JsonAnswer): Answer {
  return { body, headers, status };
}
