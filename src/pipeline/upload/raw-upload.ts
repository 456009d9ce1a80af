import type { Request } from 'express';

/** The names under which clients send the document; the first is the documented one. */
export const DOCUMENT_FIELDS = ['file', 'image'] as const;

export function isDocumentField(name: string): boolean {
  return DOCUMENT_FIELDS.some((field) => field === name);
}

export interface ReceivedDocument {
  readonly bytes: Buffer;
  /** In hexadecimal. */
  readonly sha256: string;
  /** As the client named it, for showing only; null when it did not. */
  readonly fileName: string | null;
}

/** What a request carried, before anyone looked into it. */
export interface RawUpload {
  /** Undefined when the request had none. */
  readonly document: ReceivedDocument | undefined;
  /** Everything else: strings from a form, values from JSON. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The announced size of the body in bytes, or 0 when it comes in chunks. */
export function announcedBytes(request: Request): number {
  return Number(request.headers['content-length'] ?? 0);
}
