import { randomUUID } from 'node:crypto';

import { Injectable, Logger } from '@nestjs/common';

import { ClaimLeases } from './claim-leases.js';
import { Claim } from './claim.js';
import { IdempotencyKeyInUseError, IdempotencyKeyReusedError } from './idempotency-errors.js';
import { type Answer, IdempotencyRepository, type KeyedRequest } from './idempotency.repository.js';

const SERVER_ERROR = 500;
const REPLAYED = { 'Idempotency-Replayed': 'true' };

export type Begun =
  { readonly kind: 'new'; readonly claim: Claim } | { readonly kind: 'replay'; readonly answer: Answer };

/** `Idempotency-Key`: a repeated request gets the answer of the first one, and nothing is done twice. */
@Injectable()
export class Idempotency {
  readonly #logger = new Logger('Idempotency');

  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly leases: ClaimLeases,
  ) {}

  /**
   * @throws IdempotencyKeyInUseError, IdempotencyKeyReusedError; DatabaseUnavailableError, DatabaseBusyError: a key that
   * cannot be checked is not ignored
   */
  async begin(request: KeyedRequest): Promise<Begun> {
    const claimId = randomUUID();
    if (await this.keys.claim(claimId, request)) {
      this.leases.hold(claimId);
      return { kind: 'new', claim: new Claim(claimId, this.keys, this.leases) };
    }
    const known = await this.keys.find(request);
    if (known && !known.fingerprint.equals(request.fingerprint)) throw new IdempotencyKeyReusedError();
    if (!known?.answer) throw new IdempotencyKeyInUseError();
    return { kind: 'replay', answer: { ...known.answer, headers: { ...known.answer.headers, ...REPLAYED } } };
  }

  /**
   * Does the work unless it was done before. Its answer is kept when it is final, which is below 500; whatever is
   * thrown is not, and the same request may be tried again.
   * @param work may complete the claim itself, in its own transaction; that is made sure of afterwards, because the
   * transaction may have been rolled back and the work done in another way
   * @param keeps whether an answer is kept for repeated requests
   * @throws as `begin` and as the work
   */
  async run(
    request: KeyedRequest,
    work: (claim: Claim) => Promise<Answer>,
    keeps: (answer: Answer) => boolean = isFinal,
  ): Promise<Answer> {
    const begun = await this.begin(request);
    if (begun.kind === 'replay') return begun.answer;
    try {
      const answer = await work(begun.claim);
      if (keeps(answer)) await this.#keep(begun.claim, answer);
      else await begun.claim.release();
      return answer;
    } catch (error) {
      await begun.claim.release();
      throw error;
    }
  }

  /** Answers about a document are given no more. */
  forget(ownerId: string, document: string): Promise<void> {
    return this.keys.forget(ownerId, document);
  }

  async #keep(claim: Claim, answer: Answer): Promise<void> {
    try {
      await claim.complete(answer);
    } catch (error) {
      if (error instanceof IdempotencyKeyInUseError) throw error;
      // The work is done: a 503 now would make the client ask for it again.
      this.#logger.warn({ err: error }, 'An answer could not be kept for its idempotency key');
      await claim.release();
    }
  }
}

function isFinal({ status }: Answer): boolean {
  return status < SERVER_ERROR;
}
