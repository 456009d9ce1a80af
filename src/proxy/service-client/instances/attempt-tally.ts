/** How an attempt ended. `abandoned`: nobody waited for it any longer. */
export type AttemptOutcome =
  | 'answered'
  | 'unavailable'
  | 'timeout'
  | 'failed'
  | 'busy'
  | 'rejected'
  | 'refused'
  | 'invalid_response'
  | 'abandoned';

/** The attempts at the instances of a microservice, since the start. */
export class AttemptTally {
  readonly counts: Record<AttemptOutcome, number> = {
    answered: 0,
    unavailable: 0,
    timeout: 0,
    failed: 0,
    busy: 0,
    rejected: 0,
    refused: 0,
    invalid_response: 0,
    abandoned: 0,
  };
  /** Those that were not the first of their call. */
  retries = 0;
}
