import { Injectable, type PipeTransform } from '@nestjs/common';

import { MalformedRequestError, UnsupportedMediaTypeError } from '../../common/errors/index.js';
import { type Exchange, type ReadJsonBody, jsonBodyReader } from '../../common/http/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import type { TakesUploads, UploadRules } from './upload-rules.js';

/** Reads a JSON body that may be as large as a training set. */
@Injectable()
export class JsonBodyPipe implements PipeTransform<Exchange, Promise<unknown>>, TakesUploads {
  readonly rules: UploadRules;
  readonly #read: ReadJsonBody;

  constructor(@InjectConfig('processing') limits: AppConfig['processing']) {
    this.#read = jsonBodyReader(limits.max_training_bytes);
    this.rules = { media_types: ['application/json'], max_bytes: limits.max_training_bytes };
  }

  async transform({ request, response }: Exchange): Promise<unknown> {
    const isJson = request.is('application/json');
    if (isJson === null) throw new MalformedRequestError('The request has no body.');
    if (isJson === false) throw new UnsupportedMediaTypeError(['application/json']);
    await this.#read(request, response);
    return request.body as unknown;
  }
}
