import { detectMediaType } from './detect-media-type.js';
import {
  DocumentEmptyError,
  DocumentTooManyPixelsError,
  DocumentTypeError,
  DocumentUnreadableError,
} from './document-errors.js';
import type { Document, ImageMediaType } from './document.js';
import { countPixels } from './image-header/index.js';

/** @throws DocumentEmptyError, DocumentTypeError, DocumentUnreadableError, DocumentTooManyPixelsError */
export function inspectDocument(bytes: Buffer, maxPixels: number): Omit<Document, 'sha256'> {
  if (bytes.length === 0) throw new DocumentEmptyError();
  const mediaType = detectMediaType(bytes);
  if (!mediaType) throw new DocumentTypeError();
  // A PDF has no pixels until it is rendered, which the image processor bounds.
  if (mediaType !== 'application/pdf') requirePixels(bytes, mediaType, maxPixels);
  return { bytes, mediaType };
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
