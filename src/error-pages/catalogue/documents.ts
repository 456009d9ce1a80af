import type { ErrorEntries } from './error-entry.js';

/** What can be wrong with a document. */
export const DOCUMENT_ERRORS = {
  DOCUMENT_EMPTY: {
    status: 400,
    title: 'The document is empty',
    meaning: 'The upload has no bytes.',
    action: 'Check that the file was read before it was sent.',
  },
  DOCUMENT_TOO_MANY_PIXELS: {
    status: 413,
    title: 'The image has too many pixels',
    meaning: 'The image is larger than is read here, however few bytes it has.',
    action: 'Scale it down; 300 dots per inch are enough.',
    members: ['limit', 'actual'],
  },
  DOCUMENT_TYPE_UNSUPPORTED: {
    status: 415,
    title: 'The document has a format that is not supported',
    meaning:
      'The first bytes are of none of the formats that are read here; the name and the Content-Type of a file do not count.',
    action: 'Send JPEG, PNG, TIFF, WebP or PDF.',
    members: ['accepted'],
  },
  DOCUMENT_UNREADABLE: {
    status: 422,
    title: 'The image cannot be read',
    meaning: 'It begins like an image, but is damaged or cut off.',
    action: 'Save the document again and send that.',
  },
  DOCUMENT_REJECTED: {
    status: [413, 415, 422],
    title: 'A microservice refuses the document',
    meaning: 'A microservice has looked at the document and cannot work with it; the detail says why.',
    action: 'Send a better picture of it.',
    members: ['service', 'phase', 'phases'],
  },
  DOCUMENT_ENCRYPTED: {
    status: 422,
    title: 'The document is encrypted',
    meaning: 'A file of a ZIP needs a password. It is refused alone: the others of the batch are taken.',
    action: 'Pack it without a password.',
  },
  DOCUMENT_CORRUPT: {
    status: 422,
    title: 'The document is damaged within the ZIP',
    meaning:
      'A file of a ZIP does not unpack to what the ZIP says. It is refused alone: the others of the batch are taken.',
    action: 'Pack it again, with Deflate or without compression.',
  },
  ARCHIVE_NESTED: {
    status: 422,
    title: 'A ZIP may not contain another',
    meaning: 'A ZIP within a ZIP is not unpacked. It is refused alone: the others of the batch are taken.',
    action: 'Send it as a part of its own.',
  },
  ARCHIVE_UNREADABLE: {
    status: 422,
    title: 'The ZIP cannot be read',
    meaning: 'The ZIP is damaged, cut off, or its entries overlap. Nothing of the batch is taken.',
    action: 'Pack it again.',
  },
  BATCH_TOO_MANY_DOCUMENTS: {
    status: 413,
    title: 'The batch has too many documents',
    meaning: 'There are more documents than are accepted at once. Nothing of the batch is taken.',
    action: 'Make several batches of it.',
    members: ['limit', 'actual'],
  },
  BATCH_TOO_LARGE: {
    status: 413,
    title: 'The batch is too large',
    meaning: 'The documents are too large together, unpacked. Nothing of the batch is taken.',
    action: 'Make several batches of it.',
    members: ['limit', 'actual'],
  },
  CACHE_INCOMPLETE: {
    status: 504,
    title: 'The cache does not have the answer',
    meaning:
      'The request wants an answer from the cache only (Cache-Control: only-if-cached), and not all of it is kept.',
    action: 'Send it without only-if-cached.',
  },
} satisfies ErrorEntries;
