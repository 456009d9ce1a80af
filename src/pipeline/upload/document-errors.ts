import { AppError } from '../../common/errors/index.js';
import { DOCUMENT_MEDIA_TYPES } from './document.js';

/** 400: a document of zero bytes. */
export class DocumentEmptyError extends AppError {
  readonly code = 'DOCUMENT_EMPTY';
  readonly status = 400;
  readonly title = 'The document is empty';

  constructor() {
    super('The document has no bytes.');
  }
}

/** 413: more pixels than any microservice should have to hold in memory. */
export class DocumentTooManyPixelsError extends AppError {
  readonly code = 'DOCUMENT_TOO_MANY_PIXELS';
  readonly status = 413;
  readonly title = 'The image has too many pixels';

  constructor(limit: number, actual: number) {
    super(`At most ${limit} pixels are accepted.`, { extensions: { limit, actual } });
  }
}

/** 415: the bytes are none of the formats we read, whatever their name says. */
export class DocumentTypeError extends AppError {
  readonly code = 'DOCUMENT_TYPE_UNSUPPORTED';
  readonly status = 415;
  readonly title = 'The document has a format that is not supported';

  constructor() {
    super('Its first bytes are not those of a JPEG, PNG, TIFF, WebP or PDF.', {
      extensions: { accepted: DOCUMENT_MEDIA_TYPES },
    });
  }
}

/** 422: the format is right, but the header that tells the size is not. */
export class DocumentUnreadableError extends AppError {
  readonly code = 'DOCUMENT_UNREADABLE';
  readonly status = 422;
  readonly title = 'The image cannot be read';

  constructor(cause: unknown) {
    super('The image header is damaged.', { cause });
  }
}
