import type { ErrorEntries } from './error-entry.js';

/** What can go wrong with a microservice behind the gateway. */
export const MICROSERVICE_ERRORS = {
  UPSTREAM_UNAVAILABLE: {
    status: 502,
    title: 'A microservice cannot be reached',
    meaning:
      'The connection to a microservice was refused, reset or broken off, also when it was tried again.',
    action: 'Send it again. Phases that were done are not done again.',
    members: ['service', 'phase', 'phases'],
  },
  UPSTREAM_TIMEOUT: {
    status: 504,
    title: 'A microservice did not answer in time',
    meaning: 'A microservice did not answer within its time, also when it was tried again.',
    action: 'Send it again, or have it done as a job: Prefer: respond-async.',
    members: ['service', 'phase', 'phases'],
  },
  UPSTREAM_FAILED: {
    status: [502, 503],
    title: 'A microservice failed',
    meaning: 'A microservice answered with a status of 500 or above, also when it was tried again.',
    action: 'Send it again. When it is always the same document, report it with the request_id.',
    members: ['service', 'phase', 'phases'],
  },
  UPSTREAM_INVALID_RESPONSE: {
    status: 502,
    title: 'A microservice gave an answer that makes no sense',
    meaning:
      'The answer of a microservice is not HTTP, not JSON, too large, or not of the shape that was agreed.',
    action: 'Report it with the request_id: the gateway and the microservice do not fit together.',
    members: ['service', 'phase', 'phases'],
  },
  UPSTREAM_REFUSED: {
    status: 502,
    title: 'A microservice refuses the call',
    meaning: 'A microservice refused the call for a reason that the document cannot be.',
    action: 'Report it with the request_id: the gateway and the microservice do not fit together.',
    members: ['service', 'phase', 'phases'],
  },
  UPSTREAM_BUSY: {
    status: 503,
    title: 'A microservice is busy',
    meaning: 'A microservice asks for less traffic.',
    action: 'Send it again after Retry-After.',
    members: ['service', 'phase', 'phases'],
  },
  UPSTREAM_OVERLOADED: {
    status: 503,
    title: 'A microservice has more work than it can take',
    meaning: 'As many calls to a microservice are under way and waiting as may.',
    action: 'Send it again after Retry-After.',
    members: ['service', 'phase', 'phases'],
  },
  UPSTREAM_BREAKER_OPEN: {
    status: 503,
    title: 'A microservice is not called for a while',
    meaning: 'A microservice has failed repeatedly, or an administrator has taken it out of use.',
    action: 'Send it again after Retry-After. GET /services shows how it is.',
    members: ['service', 'phase', 'phases'],
  },
  DEADLINE_EXCEEDED: {
    status: 504,
    title: 'The request could not be finished in time',
    meaning: 'The time for the whole request is used up.',
    action:
      'Send it again: phases that were done are not done again. Or have it done as a job: Prefer: respond-async.',
    members: ['service', 'phase', 'phases'],
  },
  SERVICE_UNKNOWN: {
    status: 404,
    title: 'There is no such microservice',
    meaning: 'No microservice has this name.',
    action: 'GET /services names them.',
  },
  UPGRADE_NOT_SUPPORTED: {
    status: 501,
    title: 'The connection cannot change its protocol',
    meaning: 'WebSocket and other protocols are not spoken here.',
    action: 'Send the request without Upgrade.',
  },
  TRANSFER_CODING_NOT_SUPPORTED: {
    status: 501,
    title: 'The transfer coding is not supported',
    meaning: 'The body has a transfer coding besides chunked.',
    action: 'Send it chunked or with its length, and compress it with Content-Encoding.',
  },
  UPLOAD_NOT_REPEATABLE: {
    status: 502,
    title: 'A microservice failed, and the upload cannot be sent to it again',
    meaning: 'A try failed, and the upload was too large to be kept for another one.',
    action: 'Send it again yourself, when the request may be done twice.',
    retryable: false,
  },
} satisfies ErrorEntries;
