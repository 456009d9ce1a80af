import { AppError } from '../../../common/errors/index.js';

/** A fault of the batch as a whole: nothing of it is taken. Other errors refuse only the document that they are about. */
export abstract class BatchError extends AppError {}

/** 413: more documents than a batch may have. */
export class BatchTooManyDocumentsError extends BatchError {
  readonly code = 'BATCH_TOO_MANY_DOCUMENTS';
  readonly status = 413;
  readonly title = 'The batch has too many documents';

  /** @param actual documents counted until the limit was passed, or announced by an archive */
  constructor(limit: number, actual: number) {
    super(`At most ${limit} documents are accepted at once.`, { extensions: { limit, actual } });
  }
}

/** 413: the documents are too large together, which shows when they are unpacked. */
export class BatchTooLargeError extends BatchError {
  readonly code = 'BATCH_TOO_LARGE';
  readonly status = 413;
  readonly title = 'The batch is too large';

  /** @param actual bytes unpacked until the limit was passed */
  constructor(limit: number, actual: number) {
    super(`At most ${limit} bytes are accepted, unpacked.`, { extensions: { limit, actual } });
  }
}

/** 422: begins like a ZIP, but its directory makes no sense. */
export class ArchiveUnreadableError extends BatchError {
  readonly code = 'ARCHIVE_UNREADABLE';
  readonly status = 422;
  readonly title = 'The ZIP cannot be read';

  constructor(cause?: unknown) {
    super('The ZIP is damaged, cut off, or its entries overlap.', { cause });
  }
}

/** 422: needs a password. */
export class DocumentEncryptedError extends AppError {
  readonly code = 'DOCUMENT_ENCRYPTED';
  readonly status = 422;
  readonly title = 'The document is encrypted';

  constructor() {
    super('It is encrypted in the ZIP.');
  }
}

/** 422: a ZIP in a ZIP. */
export class ArchiveNestedError extends AppError {
  readonly code = 'ARCHIVE_NESTED';
  readonly status = 422;
  readonly title = 'A ZIP may not contain another';

  constructor() {
    super('It is a ZIP within a ZIP, which is not unpacked.');
  }
}

/** 422: what is in the archive does not unpack to what its directory says. */
export class DocumentCorruptError extends AppError {
  readonly code = 'DOCUMENT_CORRUPT';
  readonly status = 422;
  readonly title = 'The document is damaged within the ZIP';

  constructor(cause?: unknown) {
    super('It cannot be unpacked: damaged, or compressed in another way than Deflate.', { cause });
  }
}
