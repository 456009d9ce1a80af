import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { RequestContext } from '../../common/context/index.js';
import { JsonAnswer } from '../../common/http/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { type Claim, Idempotency } from '../../idempotency/index.js';
import type { Caller, Upload } from '../../pipeline/index.js';
import { acceptedAnswer, toStoredAnswer } from './accepted-answer.js';
import { JobIntake, type OnAccept } from './job-intake.js';
import type { JobOrder } from './job-order.js';
import { LiveRuns } from './live-runs.js';
import { OrderReader } from './order-reader.js';
import { isAsync, type Wishes } from './wishes.js';

const ROUTE = 'POST /process';
const ACCEPTED = 202;

/** A request as it is carried out. */
interface Submission {
  readonly order: JobOrder;
  readonly wishes: Wishes;
  readonly context: RequestContext;
  readonly caller: Caller;
  /** Where the request has an idempotency key. */
  readonly claim?: Claim;
}

/** `POST /process`: a document for which its client waits, or that it comes back for. */
@Injectable()
export class ProcessService {
  constructor(
    private readonly orders: OrderReader,
    private readonly live: LiveRuns,
    private readonly intake: JobIntake,
    private readonly idempotency: Idempotency,
    @InjectConfig('jobs') private readonly settings: AppConfig['jobs'],
  ) {}

  /** @throws ValidationError, and what the pipeline, the intake and the check of an idempotency key throw */
  async process(
    upload: Upload,
    wishes: Wishes,
    context: RequestContext,
    caller: Caller,
  ): Promise<JsonAnswer> {
    const order = this.orders.read(upload, wishes, context, caller);
    const submission: Submission = { order, wishes, context, caller };
    const { idempotencyKey: key } = wishes;
    if (key === undefined) return this.#carryOut(submission);
    const { sha256: document } = order.order.document;
    const request = { ownerId: caller.owner, route: ROUTE, key, fingerprint: fingerprintOf(order), document };
    const { body, headers, status } = await this.idempotency.run(
      request,
      async (claim) => toStoredAnswer(await this.#carryOut({ ...submission, claim })),
      // What is to be forgotten at once is not kept for a repeated request either; that it became a job is.
      ({ status }) => order.retentionSeconds > 0 || status === ACCEPTED,
    );
    return new JsonAnswer([body], headers, status);
  }

  #carryOut(submission: Submission): Promise<JsonAnswer> {
    const { order, wishes } = submission;
    const isForTheQueue = isAsync(wishes.preference) || order.callbackUrl !== null;
    return isForTheQueue ? this.#accept(submission) : this.#processLive(submission);
  }

  async #accept({ order, claim }: Submission): Promise<JsonAnswer> {
    const answers = new Accepted('respond-async', claim);
    await this.intake.accept([order], answers.onAccept);
    return answers.answer;
  }

  async #processLive({ order, wishes, context, caller, claim }: Submission): Promise<JsonAnswer> {
    const { waitSeconds: wanted } = wishes.preference;
    const waitSeconds = Math.min(wanted ?? Infinity, this.settings.sync_limit_seconds);
    const answers = new Accepted(wanted === waitSeconds ? `wait=${waitSeconds}` : undefined, claim);
    const answer = await this.live.run(order, forgetful(caller, order), context, {
      limitMs: waitSeconds * 1000,
      onAccept: answers.onAccept,
    });
    return answer ?? answers.answer;
  }
}

/** The answer to a request whose document has become a job. With a key, it is kept in the transaction that accepts the job. */
class Accepted {
  #answer: JsonAnswer | undefined;

  constructor(
    private readonly preference: string | undefined,
    private readonly claim: Claim | undefined,
  ) {}

  readonly onAccept: OnAccept = async (manager: EntityManager, [job]) => {
    if (!job) throw new Error('no job was accepted');
    this.#answer = await acceptedAnswer(manager, job, this.preference);
    await this.claim?.complete(toStoredAnswer(this.#answer), manager);
  };

  get answer(): JsonAnswer {
    if (!this.#answer) throw new Error('no job was accepted');
    return this.#answer;
  }
}

/** What is to be forgotten at once must not be kept by the cache either. */
function forgetful(caller: Caller, { retentionSeconds }: JobOrder): Caller {
  if (retentionSeconds > 0) return caller;
  return { ...caller, directives: { ...caller.directives, noStore: true } };
}

/** All that makes one request another; how long its client waits does not. */
function fingerprintOf({ order, retentionSeconds, callbackUrl }: JobOrder): Buffer {
  const { document, parameters } = order;
  return hash(
    'sha256',
    JSON.stringify([document.sha256, parameters, retentionSeconds, callbackUrl]),
    'buffer',
  );
}
