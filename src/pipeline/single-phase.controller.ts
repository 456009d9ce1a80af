import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../auth/index.js';
import type { RequestContext } from '../common/context/index.js';
import { Context, HttpExchange, type JsonAnswer } from '../common/http/index.js';
import { type Caller, FromCaller } from './caller.js';
import { DocumentRoute, JsonRoute } from './pipeline.docs.js';
import { SinglePhaseService } from './single-phase.service.js';
import { JsonBodyPipe, type Upload, UploadPipe } from './upload/index.js';

type Result = Promise<JsonAnswer>;

@ApiTags('phases')
@Controller()
@RequireScopes('documents:process')
export class SinglePhaseController {
  constructor(private readonly phases: SinglePhaseService) {}

  @DocumentRoute('phase1/process', 'Straighten and even out an image', 'preprocess')
  preprocess(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.preprocess(upload, context, caller);
  }

  @DocumentRoute('phase1/detect-corners', 'Find the corners of the document in a photograph', 'detectCorners')
  detectCorners(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.detectCorners(upload, context, caller);
  }

  @DocumentRoute('phase1/unwarp', 'Cut the document out of a photograph and straighten it', 'unwarp')
  unwarp(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.unwarp(upload, context, caller);
  }

  @DocumentRoute('phase2/embed', 'The embedding of an image, 768 numbers', 'embed')
  embed(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.embed(upload, context, caller);
  }

  @JsonRoute('phase2/cluster', 'Cluster embeddings', 'cluster')
  cluster(
    @HttpExchange(JsonBodyPipe) body: unknown,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.cluster(body, context, caller);
  }

  @DocumentRoute('phase3/classify', 'The class of a document', 'classify')
  classify(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.classify(upload, context, caller);
  }

  @JsonRoute('phase3/train', 'Train the classifier on labelled images', 'train')
  @RequireScopes('models:train')
  train(@HttpExchange(JsonBodyPipe) body: unknown, @Context() context: RequestContext): Promise<object> {
    return this.phases.train(body, context);
  }

  @DocumentRoute('phase5/ocr', 'Read the text of an image', 'ocr')
  readText(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.readText(upload, context, caller);
  }

  @JsonRoute('phase6/extract', 'Extract fields from text', 'extract')
  extractFields(
    @HttpExchange(JsonBodyPipe) body: unknown,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.extractFields(body, context, caller);
  }
}
