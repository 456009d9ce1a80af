import type { Pool } from 'undici';
import type { z } from 'zod';

import type { ServiceName } from '../../config/index.js';
import type { ServiceBreaker } from './circuit-breaker.js';
import type { CallContext, ReplayableBody, UpstreamCall } from './upstream-call.js';
import { UpstreamInvalidResponseError } from './upstream-errors.js';

export interface PostOptions {
  /** Default true: the IRIS operations, all but training, are pure functions of their input. */
  readonly idempotent?: boolean;
}

/** The one way to talk to a microservice: policies, transport and a checked answer. */
export class ServiceClient {
  constructor(
    readonly service: ServiceName,
    private readonly call: UpstreamCall,
    readonly breaker: ServiceBreaker,
    private readonly pool: Pool,
  ) {}

  /** @throws UpstreamError, or ClientClosedRequestError when the client hung up */
  async post<T>(
    path: string,
    body: ReplayableBody,
    schema: z.ZodType<T>,
    context: CallContext,
    { idempotent = true }: PostOptions = {},
  ): Promise<T> {
    const answer = await this.call({ method: 'POST', path, body, idempotent }, context);
    return this.#parse(answer.body, schema);
  }

  async close(): Promise<void> {
    await this.pool.close();
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
