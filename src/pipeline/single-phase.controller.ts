import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { RequireScopes } from '../auth/index.js';
import type { RequestContext } from '../common/context/index.js';
import { Context, HttpExchange, type JsonAnswer } from '../common/http/index.js';
import { type Caller, FromCaller } from './caller.js';
import { DocumentRoute, EXAMPLE_IMAGE, JsonRoute } from './pipeline.docs.js';
import { SinglePhaseService } from './single-phase.service.js';
import { JsonBodyPipe, type Upload, UploadPipe } from './upload/index.js';

type Result = Promise<JsonAnswer>;

@ApiTags('phases')
@Controller()
@RequireScopes('documents:process')
export class SinglePhaseController {
  constructor(private readonly phases: SinglePhaseService) {}

  @DocumentRoute('phase1/process', 'preprocess', {
    summary: 'Straighten and even out an image',
    name: 'Preprocess',
  })
  preprocessImage(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.preprocess(upload, context, caller);
  }

  @DocumentRoute('phase1/detect-corners', 'detectCorners', {
    summary: 'Find the corners of the document in a photograph',
    name: 'Corners',
  })
  detectCorners(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.detectCorners(upload, context, caller);
  }

  @DocumentRoute('phase1/unwarp', 'unwarp', {
    summary: 'Cut the document out of a photograph and straighten it',
    name: 'Unwarp',
  })
  unwarpImage(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.unwarp(upload, context, caller);
  }

  @DocumentRoute('phase2/embed', 'embed', {
    summary: 'The embedding of an image, 768 numbers',
    name: 'Embed',
  })
  embedImage(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.embed(upload, context, caller);
  }

  @JsonRoute('phase2/cluster', 'cluster', {
    summary: 'Cluster embeddings',
    name: 'Cluster',
    examples: [
      {
        summary: 'Three embeddings of two numbers',
        value: {
          embeddings: [
            [0, 0],
            [0, 1],
            [9, 9],
          ],
          max_k: 2,
        },
      },
    ],
  })
  clusterEmbeddings(
    @HttpExchange(JsonBodyPipe) body: unknown,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.cluster(body, context, caller);
  }

  @DocumentRoute('phase3/classify', 'classify', { summary: 'The class of a document', name: 'Classify' })
  classifyDocument(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.classify(upload, context, caller);
  }

  @JsonRoute('phase3/train', 'train', {
    summary: 'Train the classifier on labelled images',
    name: 'Train',
    examples: [
      {
        summary: 'Two labelled images',
        value: {
          samples: [
            { image: EXAMPLE_IMAGE, label: 'pasaporte' },
            { image: EXAMPLE_IMAGE, label: 'otro' },
          ],
        },
      },
    ],
  })
  @RequireScopes('models:train')
  trainClassifier(
    @HttpExchange(JsonBodyPipe) body: unknown,
    @Context() context: RequestContext,
  ): Promise<object> {
    return this.phases.train(body, context);
  }

  @DocumentRoute('phase5/ocr', 'ocr', { summary: 'Read the text of an image', name: 'Ocr' })
  readText(
    @HttpExchange(UploadPipe) upload: Upload,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.readText(upload, context, caller);
  }

  @JsonRoute('phase6/extract', 'extract', {
    summary: 'Extract fields from text',
    name: 'Extract',
    examples: [
      {
        summary: 'The text of an ID card',
        value: { text: 'NOMBRES VALENTINA', document_type: 'cedula_identidad' },
      },
    ],
  })
  extractFields(
    @HttpExchange(JsonBodyPipe) body: unknown,
    @Context() context: RequestContext,
    @FromCaller() caller: Caller,
  ): Result {
    return this.phases.extractFields(body, context, caller);
  }
}
