import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

import { InjectServiceClient } from '../inject-service-client.js';
import { type CallContext, type FilePart, ServiceClient, multipartBody } from '../service-client/index.js';
import { detectCornersWire, processWire, unwarpWire } from './image-processor.wire.js';

export type Corner = readonly [x: number, y: number];

export interface PreprocessOptions {
  readonly enhance: boolean;
  readonly unwarp: boolean;
}

/** Phase 1: the photograph becomes a straight, even image. */
@Injectable()
export class ImageProcessorClient {
  constructor(@InjectServiceClient('image_processor') private readonly client: ServiceClient) {}

  preprocess(
    file: FilePart,
    { enhance, unwarp }: PreprocessOptions,
    context: CallContext,
  ): Promise<z.output<typeof processWire>> {
    const fields = { enhance: String(enhance), unwarp: String(unwarp) };
    return this.client.post('/process', multipartBody(file, fields), processWire, context);
  }

  detectCorners(file: FilePart, context: CallContext): Promise<z.output<typeof detectCornersWire>> {
    return this.client.post('/detect-corners', multipartBody(file, {}), detectCornersWire, context);
  }

  unwarp(
    file: FilePart,
    corners: readonly Corner[] | undefined,
    context: CallContext,
  ): Promise<z.output<typeof unwarpWire>> {
    const fields: Record<string, string> = corners ? { corners: JSON.stringify(corners) } : {};
    return this.client.post('/unwarp', multipartBody(file, fields), unwarpWire, context);
  }
}
