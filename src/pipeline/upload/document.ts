import type { FilePart } from '../../proxy/index.js';

export const DOCUMENT_MEDIA_TYPES = [
  'image/jpeg',
  'image/png',
  'image/tiff',
  'image/webp',
  'application/pdf',
] as const;

export type DocumentMediaType = (typeof DOCUMENT_MEDIA_TYPES)[number];
export type ImageMediaType = Exclude<DocumentMediaType, 'application/pdf'>;

/** What the client wants read. The gateway looks at its header only and never decodes a pixel. */
export interface Document extends FilePart {
  readonly bytes: Buffer;
  readonly mediaType: DocumentMediaType;
  /** Of the bytes, in hexadecimal: the name by which the cache knows it. */
  readonly sha256: string;
}
