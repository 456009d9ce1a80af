import { Injectable, type PipeTransform } from '@nestjs/common';

import {
  MalformedRequestError,
  UnsupportedMediaTypeError,
  ValidationError,
} from '../../../common/errors/index.js';
import type { Exchange } from '../../../common/http/index.js';
import { type AppConfig, InjectConfig } from '../../../config/index.js';
import { DOCUMENT_MEDIA_TYPES } from '../document.js';
import type { TakesUploads, UploadRules } from '../upload-rules.js';
import { Batch, type BatchDocument, type BatchLimits, type RefusedDocument } from './batch.js';
import { readParts } from './read-parts.js';

/** In the order in which they were sent; an archive's in the order of its directory. */
export interface BatchUpload {
  readonly documents: readonly BatchDocument[];
  readonly refused: readonly RefusedDocument[];
  /** Not yet validated. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Reads a form with many documents, or with ZIPs of documents, and checks that they are some. */
@Injectable()
export class BatchUploadPipe implements PipeTransform<Exchange, Promise<BatchUpload>>, TakesUploads {
  readonly rules: UploadRules;
  readonly #limits: BatchLimits;

  constructor(
    @InjectConfig('processing') processing: AppConfig['processing'],
    @InjectConfig('jobs') jobs: AppConfig['jobs'],
  ) {
    this.#limits = { ...processing, ...jobs };
    this.rules = {
      media_types: ['multipart/form-data'],
      document_types: [...DOCUMENT_MEDIA_TYPES, 'application/zip'],
      max_document_bytes: processing.max_document_bytes,
      max_pixels: processing.max_pixels,
      max_documents: jobs.max_batch_documents,
      max_bytes: jobs.max_batch_bytes,
    };
  }

  async transform({ request }: Exchange): Promise<BatchUpload> {
    const isForm = request.is('multipart/form-data');
    if (isForm === null) throw new MalformedRequestError('The request has no body.');
    if (isForm === false) throw new UnsupportedMediaTypeError(['multipart/form-data']);
    const { parts, parameters } = await readParts(request, {
      maxParts: this.#limits.max_batch_documents,
      maxDocumentBytes: this.#limits.max_document_bytes,
      maxBytes: this.#limits.max_batch_bytes,
    });
    const batch = new Batch(this.#limits);
    for (const part of parts) await batch.add(part);
    const { documents, refused } = batch;
    if (documents.length + refused.length === 0) {
      throw new ValidationError([{ pointer: '/file', detail: 'at least one document is required' }]);
    }
    return { documents, refused, parameters };
  }
}
