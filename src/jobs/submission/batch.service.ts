import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { ulid } from 'ulid';

import type { RequestContext } from '../../common/context/index.js';
import { JsonAnswer } from '../../common/http/index.js';
import { type Claim, Idempotency } from '../../idempotency/index.js';
import type { BatchUpload, Caller } from '../../pipeline/index.js';
import { positionsOf } from '../job-position.js';
import { toJobResponse } from '../job-response.js';
import { toStoredAnswer } from './accepted-answer.js';
import { JobIntake } from './job-intake.js';
import type { JobOrder } from './job-order.js';
import { OrderReader } from './order-reader.js';
import type { Wishes } from './wishes.js';

const ROUTE = 'POST /jobs/batch';

/** `POST /jobs/batch`: many documents at once, each of which becomes a job; they come after what somebody waits for. */
@Injectable()
export class BatchService {
  constructor(
    private readonly orders: OrderReader,
    private readonly intake: JobIntake,
    private readonly idempotency: Idempotency,
  ) {}

  /** @throws ValidationError, and what the intake and the check of an idempotency key throw */
  async accept(
    upload: BatchUpload,
    wishes: Wishes,
    context: RequestContext,
    caller: Caller,
  ): Promise<JsonAnswer> {
    const batch = this.#read(upload, wishes, context, caller);
    const { idempotencyKey: key } = wishes;
    if (key === undefined) return this.#carryOut(batch);
    const request = { ownerId: caller.owner, route: ROUTE, key, fingerprint: fingerprintOf(batch) };
    const { body, headers, status } = await this.idempotency.run(request, async (claim) =>
      toStoredAnswer(await this.#carryOut(batch, claim)),
    );
    return new JsonAnswer([body], headers, status);
  }

  #read(
    { documents, refused, parameters }: BatchUpload,
    wishes: Wishes,
    context: RequestContext,
    caller: Caller,
  ): Batch {
    const id = `batch_${ulid()}`;
    const orders = documents.map(({ document, fileName }): JobOrder => {
      const order = this.orders.read({ document, fileName, parameters }, wishes, context, caller);
      return { ...order, lane: 'batch', batchId: id };
    });
    return { id, orders, refused };
  }

  /** Of a batch of which nothing can be read, nothing becomes a job; that is said, document by document. */
  async #carryOut({ id, orders, refused }: Batch, claim?: Claim): Promise<JsonAnswer> {
    let answer = toAnswer(id, [], refused);
    await this.intake.accept(orders, async (manager, jobs) => {
      const positions = await positionsOf(manager, jobs);
      const shown = jobs.map((job) => toJobResponse(job, positions.get(job.id) ?? null));
      answer = toAnswer(id, shown, refused);
      await claim?.complete(toStoredAnswer(answer), manager);
    });
    return answer;
  }
}

interface Batch {
  readonly id: string;
  readonly orders: readonly JobOrder[];
  readonly refused: BatchUpload['refused'];
}

function toAnswer(id: string, jobs: readonly object[], refused: BatchUpload['refused']): JsonAnswer {
  const shown = refused.map(({ fileName, code, detail }) => ({ file_name: fileName, code, detail }));
  return new JsonAnswer(
    [JSON.stringify({ batch_id: id, jobs, refused: shown })],
    { Location: `/jobs?batch_id=${id}`, 'Retry-After': '1', 'Cache-Control': 'no-store' },
    202,
  );
}

/** All that makes one batch another. */
function fingerprintOf({ orders, refused }: Batch): Buffer {
  const parts = orders.map(({ order, fileName, retentionSeconds, callbackUrl }) => [
    order.document.sha256,
    order.parameters,
    fileName,
    retentionSeconds,
    callbackUrl,
  ]);
  return hash('sha256', JSON.stringify([parts, refused]), 'buffer');
}
