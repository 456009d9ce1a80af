import type { ErrorEntries } from './error-entry.js';

/** Jobs, their results, repeated requests and webhooks. */
export const JOB_ERRORS = {
  JOB_NOT_FOUND: {
    status: 404,
    title: 'There is no such job',
    meaning: 'There is no such job, it is somebody else’s, or it is no longer kept.',
    action: 'GET /jobs lists yours.',
  },
  JOB_FINISHED: {
    status: 409,
    title: 'The job is finished',
    meaning: 'The job is over, so that it cannot be cancelled.',
    action: 'Nothing; its result can be forgotten with DELETE /documents/{sha256}.',
  },
  JOB_NOT_RETRYABLE: {
    status: 409,
    title: 'The job cannot be retried',
    meaning: 'Only a job that was given up for want of attempts can be retried, while its document is kept.',
    action: 'Send the document again.',
  },
  JOB_GIVEN_UP: {
    status: 500,
    title: 'The job was given up',
    meaning: 'The job has ended its workers, or became too old, and no other reason is known.',
    action: 'Send the document again; when it happens once more, report it with the id of the job.',
  },
  WORKER_ENDED: {
    status: 503,
    title: 'The worker ended',
    meaning: 'The process that carried out the job ended, and the job goes on elsewhere.',
    action: 'Nothing: the job is taken up again by itself.',
  },
  QUEUE_FULL: {
    status: 503,
    title: 'The queue is full',
    meaning: 'As many jobs wait as may.',
    action: 'Send it again after Retry-After.',
    members: ['limit', 'actual'],
  },
  QUEUE_UNAVAILABLE: {
    status: 503,
    title: 'The queue is not ready',
    meaning: 'The gateway has just started, or its database has just come back.',
    action: 'Send it again after Retry-After.',
  },
  TOO_MANY_JOBS: {
    status: 429,
    title: 'Too many of your jobs wait',
    meaning: 'As many of your jobs wait as may.',
    action: 'Wait until some are done: Retry-After says when it is worth another try.',
    members: ['limit', 'actual'],
  },
  TOO_MANY_STREAMS: {
    status: 429,
    title: 'Too many of your streams are open',
    meaning: 'You have as many streams of events open at this replica as a user may.',
    action: 'Close one first, or ask with GET /jobs/{id}?wait=60 instead.',
    members: ['limit'],
  },
  RESULT_NOT_READY: {
    status: 409,
    title: 'The result is not ready',
    meaning: 'The job is not finished yet.',
    action: 'Ask again after Retry-After, or wait for it with GET /jobs/{id}?wait=60.',
    retryable: true,
  },
  RESULT_NEVER_COMES: {
    status: 409,
    title: 'There will be no result',
    meaning: 'The job has failed or was cancelled; the detail says which.',
    action: 'Look at the error of the job, and send the document again where that helps.',
    members: ['service', 'phase'],
  },
  RESULT_GONE: {
    status: 410,
    title: 'The result is gone',
    meaning: 'The result was kept as long as it was to be kept.',
    action: 'Send the document again. X-Retention says how long a result is kept.',
  },
  IDEMPOTENCY_KEY_MALFORMED: {
    status: 400,
    title: 'The Idempotency-Key is malformed',
    meaning: 'The header is not one key of 1 to 255 visible ASCII characters.',
    action: 'Use a UUID.',
  },
  IDEMPOTENCY_KEY_IN_USE: {
    status: 409,
    title: 'A request with this Idempotency-Key is under way',
    meaning: 'The first request with this key is still being worked on.',
    action: 'Send it again after Retry-After: you get the answer of the first one.',
    retryable: true,
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    meaning: 'This key came with other content before.',
    action: 'Use a new key for each new request.',
  },
  WEBHOOK_DELIVERY_NOT_FOUND: {
    status: 404,
    title: 'There is no such delivery',
    meaning: 'You have no delivery with this id, or it is no longer kept.',
    action: 'GET /webhooks/deliveries lists those that you have.',
  },
  WEBHOOK_ENDPOINT_NOT_FOUND: {
    status: 404,
    title: 'There is no such disabled endpoint',
    meaning: 'You have no disabled endpoint with this id.',
    action: 'GET /webhooks/disabled lists those that you have.',
  },
  WEBHOOK_ENDPOINT_DISABLED: {
    status: 409,
    title: 'The endpoint is disabled',
    meaning: 'Nothing is sent to the endpoint, because it has answered 410 Gone.',
    action: 'Enable it again first: DELETE /webhooks/disabled/{id}.',
  },
} satisfies ErrorEntries;
