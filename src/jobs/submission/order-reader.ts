import { Injectable } from '@nestjs/common';

import type { RequestContext } from '../../common/context/index.js';
import { ValidationError } from '../../common/errors/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { type Caller, newProcessingId, PipelineService, type Upload } from '../../pipeline/index.js';
import { Webhooks } from '../../webhooks/index.js';
import type { JobOrder } from './job-order.js';
import { parseRetention } from './retention.js';
import type { Wishes } from './wishes.js';

const HOUR_SECONDS = 3_600;

/** What a request wants done, checked. */
@Injectable()
export class OrderReader {
  constructor(
    private readonly pipeline: PipelineService,
    private readonly webhooks: Webhooks,
    @InjectConfig('jobs') private readonly settings: AppConfig['jobs'],
  ) {}

  /** @throws ValidationError */
  read(
    { document, fileName, parameters: raw }: Upload,
    wishes: Wishes,
    context: RequestContext,
    { owner }: Caller,
  ): JobOrder {
    const { callback_url: callbackUrl, ...parameters } = raw;
    const longest = this.settings.result_retention_hours * HOUR_SECONDS;
    const retentionSeconds = parseRetention(wishes.retention, longest);
    return {
      order: {
        processingId: newProcessingId(),
        document,
        parameters: this.pipeline.readParameters(parameters),
      },
      ownerId: owner,
      request: {
        request_id: context.requestId,
        traceparent: context.traceparent,
        tracestate: context.tracestate ?? null,
        cache_control: retentionSeconds === 0 ? 'no-store' : (wishes.cacheControl ?? null),
      },
      lane: 'interactive',
      batchId: null,
      fileName,
      retentionSeconds,
      callbackUrl: callbackUrl === undefined ? null : this.#requireUrl(callbackUrl),
    };
  }

  #requireUrl(url: unknown): string {
    const pointer = '/callback_url';
    if (typeof url !== 'string') throw new ValidationError([{ pointer, detail: 'must be a URL' }]);
    return this.webhooks.requireCallbackUrl(url, pointer);
  }
}
