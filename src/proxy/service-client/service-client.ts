import type { z } from 'zod';

import type { ServiceName } from '../../config/index.js';
import type { Bulkhead } from './bulkhead.js';
import type { ServiceBreaker } from './circuit-breaker.js';
import type { InstanceSet } from './instances/index.js';
import type { RetryBudget } from './retry-budget.js';
import type { StreamedAnswer } from './streamed-answer.js';
import type { CallContext, RequestBody, UpstreamCall, UpstreamRequest } from './upstream-call.js';
import { UpstreamInvalidResponseError } from './upstream-errors.js';
import type { WholeAnswer } from './whole-answers.js';

export interface PostOptions {
  /** Default true: the IRIS operations, all but training, are pure functions of their input. */
  readonly idempotent?: boolean;
}

/** What the policies of one microservice keep, for those who look at it. */
interface StackState {
  readonly instances: InstanceSet;
  readonly breaker: ServiceBreaker;
  readonly bulkhead: Bulkhead;
  readonly retryBudget: RetryBudget;
}

interface Calls {
  readonly whole: UpstreamCall<WholeAnswer>;
  readonly streamed: UpstreamCall<StreamedAnswer>;
}

/** The one way to talk to a microservice: policies, transport and a checked or a streamed answer. */
export class ServiceClient {
  readonly instances: InstanceSet;
  readonly breaker: ServiceBreaker;
  readonly bulkhead: Bulkhead;
  readonly retryBudget: RetryBudget;

  constructor(
    readonly service: ServiceName,
    { instances, breaker, bulkhead, retryBudget }: StackState,
    private readonly calls: Calls,
  ) {
    this.instances = instances;
    this.breaker = breaker;
    this.bulkhead = bulkhead;
    this.retryBudget = retryBudget;
  }

  /** @throws UpstreamError, or ClientClosedRequestError when the client hung up */
  async post<T>(
    path: string,
    body: RequestBody,
    schema: z.ZodType<T>,
    context: CallContext,
    { idempotent = true }: PostOptions = {},
  ): Promise<T> {
    const answer = await this.calls.whole({ method: 'POST', path, body, idempotent, tried: [] }, context);
    return this.#parse(answer.body, schema);
  }

  /**
   * Resolves with the headers; the body goes where `flowTo` says, which must be called.
   * @throws UpstreamError, or ClientClosedRequestError when the client hung up
   */
  stream(request: Omit<UpstreamRequest, 'tried'>, context: CallContext): Promise<StreamedAnswer> {
    return this.calls.streamed({ ...request, tried: [] }, context);
  }

  async close(): Promise<void> {
    await Promise.all(this.instances.all.map(({ pool }) => pool.close()));
  }

  #parse<T>(body: Buffer, schema: z.ZodType<T>): T {
    try {
      return schema.parse(JSON.parse(body.toString('utf8')));
    } catch (cause) {
      const detail = 'The answer does not have the agreed shape.';
      throw new UpstreamInvalidResponseError(this.service, detail, { cause });
    }
  }
}
