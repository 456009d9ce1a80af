import { fileTypeFromBuffer } from 'file-type';

import {
  DOCUMENT_MEDIA_TYPES,
  type Document,
  type DocumentMediaType,
  type ImageMediaType,
} from './document.js';
import {
  DocumentEmptyError,
  DocumentTooManyPixelsError,
  DocumentTypeError,
  DocumentUnreadableError,
} from './document-errors.js';
import { countPixels } from './image-header/index.js';

/** @throws DocumentEmptyError, DocumentTypeError, DocumentUnreadableError, DocumentTooManyPixelsError */
export async function inspectDocument(bytes: Buffer, maxPixels: number): Promise<Document> {
  if (bytes.length === 0) throw new DocumentEmptyError();
  const mediaType = await detectMediaType(bytes);
  // A PDF has no pixels until it is rendered, which the image processor bounds.
  if (mediaType !== 'application/pdf') requirePixels(bytes, mediaType, maxPixels);
  return { bytes, mediaType };
}

async function detectMediaType(bytes: Buffer): Promise<DocumentMediaType> {
  const detected = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mediaType = DOCUMENT_MEDIA_TYPES.find((known) => known === detected?.mime);
  if (!mediaType) throw new DocumentTypeError();
  return mediaType;
}

function requirePixels(bytes: Buffer, mediaType: ImageMediaType, maxPixels: number): void {
  const pixels = readPixels(bytes, mediaType);
  if (pixels > maxPixels) throw new DocumentTooManyPixelsError(maxPixels, pixels);
}

function readPixels(bytes: Buffer, mediaType: ImageMediaType): number {
  try {
    return countPixels(bytes, mediaType);
  } catch (error) {
    throw new DocumentUnreadableError(error);
  }
}
