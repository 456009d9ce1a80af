import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';

import { DOCUMENT_MEDIA_TYPES, type Document, type DocumentMediaType } from './document.js';
import {
  DocumentEmptyError,
  DocumentTooManyPixelsError,
  DocumentTypeError,
  DocumentUnreadableError,
} from './document-errors.js';

/** @throws DocumentEmptyError, DocumentTypeError, DocumentUnreadableError, DocumentTooManyPixelsError */
export async function inspectDocument(bytes: Buffer, maxPixels: number): Promise<Document> {
  if (bytes.length === 0) throw new DocumentEmptyError();
  const mediaType = await detectMediaType(bytes);
  // A PDF has no pixels until it is rendered, which the image processor bounds.
  if (mediaType !== 'application/pdf') requirePixels(bytes, maxPixels);
  return { bytes, mediaType };
}

async function detectMediaType(bytes: Buffer): Promise<DocumentMediaType> {
  const detected = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mediaType = DOCUMENT_MEDIA_TYPES.find((known) => known === detected?.mime);
  if (!mediaType) throw new DocumentTypeError();
  return mediaType;
}

function requirePixels(bytes: Buffer, maxPixels: number): void {
  const pixels = countPixels(bytes);
  if (pixels > maxPixels) throw new DocumentTooManyPixelsError(maxPixels, pixels);
}

function countPixels(bytes: Buffer): number {
  try {
    const { width, height } = imageSize(bytes);
    return width * height;
  } catch (error) {
    throw new DocumentUnreadableError(error);
  }
}
