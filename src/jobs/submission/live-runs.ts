import { Injectable, Logger } from '@nestjs/common';

import type { RequestContext } from '../../common/context/index.js';
import type { JsonAnswer } from '../../common/http/index.js';
import { type Caller, PipelineService } from '../../pipeline/index.js';
import { Adoption } from './adoption.js';
import type { OnAccept } from './job-intake.js';
import type { JobOrder } from './job-order.js';
import { LiveRun } from './live-run.js';

/** Processes documents while their clients wait. */
@Injectable()
export class LiveRuns {
  readonly #logger = new Logger('Jobs');

  constructor(
    private readonly pipeline: PipelineService,
    private readonly adoption: Adoption,
  ) {}

  /**
   * @param limitMs after so long the work becomes a job
   * @returns undefined when a job goes on with it, which `onAccept` has heard of
   * @throws what the pipeline throws
   */
  async run(
    order: JobOrder,
    caller: Caller,
    context: RequestContext,
    { limitMs, onAccept }: { limitMs: number; onAccept: OnAccept },
  ): Promise<JsonAnswer | undefined> {
    const live = new LiveRun(context);
    const { journal } = live;
    const work = this.pipeline.process(
      { ...order.order, caller, checkpoints: journal, onPhase: journal.onPhase },
      live.context,
    );
    if (await isSettledWithin(limitMs, work)) return work;
    try {
      await this.adoption.adopt(order, live, work, onAccept);
      return undefined;
    } catch (error) {
      this.#logger.warn(
        { err: error },
        'A request that takes long could not become a job; its client goes on waiting',
      );
      return work;
    }
  }
}

async function isSettledWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  const settle = (): void => {
    resolve(true);
  };
  work.then(settle, settle);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}
