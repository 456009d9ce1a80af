import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

import { InjectServiceClient } from '../inject-service-client.js';
import {
  type CallContext,
  type FilePart,
  ServiceClient,
  jsonBody,
  multipartBody,
} from '../service-client/index.js';
import { extractWire, ocrWire } from './ocr-extractor.wire.js';

export interface OcrOptions {
  /** Undefined: the microservice does not tune itself to a class. */
  readonly documentType: string | undefined;
  readonly language: string;
  /** 0 to 1; words below it are dropped. */
  readonly minConfidence: number;
}

/** Phases 5 and 6: text from the image, fields from the text. */
@Injectable()
export class OcrExtractorClient {
  constructor(@InjectServiceClient('ocr_extractor') private readonly client: ServiceClient) {}

  extractText(file: FilePart, options: OcrOptions, context: CallContext): Promise<z.output<typeof ocrWire>> {
    const fields = {
      ...(options.documentType !== undefined && { document_type: options.documentType }),
      language: options.language,
      min_confidence: String(options.minConfidence),
    };
    return this.client.post('/ocr', multipartBody(file, fields), ocrWire, context);
  }

  extractFields(
    text: string,
    documentType: string,
    context: CallContext,
  ): Promise<z.output<typeof extractWire>> {
    const body = jsonBody({ text, document_type: documentType });
    return this.client.post('/extract', body, extractWire, context);
  }
}
