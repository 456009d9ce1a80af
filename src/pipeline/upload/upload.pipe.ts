import { hash } from 'node:crypto';

import { Injectable, type PipeTransform } from '@nestjs/common';
import type { Request, Response } from 'express';

import {
  MalformedRequestError,
  UnsupportedMediaTypeError,
  ValidationError,
} from '../../common/errors/index.js';
import { type Exchange, type ReadJsonBody, jsonBodyReader } from '../../common/http/index.js';
import { type AppConfig, InjectConfig } from '../../config/index.js';
import { decodeBase64 } from './decode-base64.js';
import { type Document, DOCUMENT_MEDIA_TYPES } from './document.js';
import { inspectDocument } from './inspect-document.js';
import { DOCUMENT_FIELDS, type RawUpload, isDocumentField } from './raw-upload.js';
import { readMultipart } from './read-multipart.js';
import type { TakesUploads, UploadRules } from './upload-rules.js';

/** Room for the parameters beside a base64 document. */
const JSON_OVERHEAD_BYTES = 64 * 1024;
const MEDIA_TYPES = ['multipart/form-data', 'application/json'];

export interface Upload {
  readonly document: Document;
  /** As the client named it, for showing only. */
  readonly fileName: string | null;
  /** Not yet validated. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Reads a document from a multipart form or from base64 in JSON, and checks that it is one. */
@Injectable()
export class UploadPipe implements PipeTransform<Exchange, Promise<Upload>>, TakesUploads {
  readonly rules: UploadRules;
  readonly #readJson: ReadJsonBody;

  constructor(@InjectConfig('processing') private readonly limits: AppConfig['processing']) {
    this.#readJson = jsonBodyReader(Math.ceil(limits.max_document_bytes / 3) * 4 + JSON_OVERHEAD_BYTES);
    const { max_document_bytes, max_pixels } = limits;
    this.rules = {
      media_types: MEDIA_TYPES,
      document_types: DOCUMENT_MEDIA_TYPES,
      max_document_bytes,
      max_pixels,
    };
  }

  async transform({ request, response }: Exchange): Promise<Upload> {
    const { document, parameters } = await this.#readRaw(request, response);
    if (!document) throw new ValidationError([{ pointer: `/${DOCUMENT_FIELDS[0]}`, detail: 'is required' }]);
    const inspected = inspectDocument(document.bytes, this.limits.max_pixels);
    const { sha256, fileName } = document;
    return { document: { ...inspected, sha256 }, fileName, parameters };
  }

  #readRaw(request: Request, response: Response): Promise<RawUpload> {
    switch (request.is(MEDIA_TYPES)) {
      case 'multipart/form-data':
        return readMultipart(request, this.limits.max_document_bytes);
      case 'application/json':
        return this.#readBase64(request, response);
      case null:
        throw new MalformedRequestError('The request has no body.');
      default:
        throw new UnsupportedMediaTypeError(MEDIA_TYPES);
    }
  }

  async #readBase64(request: Request, response: Response): Promise<RawUpload> {
    await this.#readJson(request, response);
    const body = requireObject(request.body);
    const [field] = Object.keys(body).filter(isDocumentField);
    if (field === undefined) return { document: undefined, parameters: body };
    const { [field]: encoded, ...parameters } = body;
    const pointer = `/${field}`;
    if (typeof encoded !== 'string')
      throw new ValidationError([{ pointer, detail: 'must be a base64 string' }]);
    const bytes = decodeBase64(encoded, pointer, this.limits.max_document_bytes);
    return { document: { bytes, sha256: hash('sha256', bytes), fileName: null }, parameters };
  }
}

function requireObject(body: unknown): Record<string, unknown> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body };
  throw new ValidationError([{ pointer: '', detail: 'must be a JSON object' }]);
}
