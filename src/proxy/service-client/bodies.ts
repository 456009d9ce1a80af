import { randomUUID } from 'node:crypto';

import type { RequestBody } from './upstream-call.js';

/** A body in memory. */
export interface ReplayableBody extends RequestBody {
  readonly contentType: string;
  readonly contentLength: number;
  readonly isReplayable: true;
  chunks(): Iterable<Uint8Array>;
}

export interface FilePart {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

export function jsonBody(value: unknown): ReplayableBody {
  const bytes = Buffer.from(JSON.stringify(value));
  return {
    contentType: 'application/json',
    contentLength: bytes.length,
    isReplayable: true,
    chunks: () => [bytes],
  };
}

/**
 * RFC 7578 multipart with one part `file` and text fields. The document's bytes are referenced, not copied:
 * `FormData` with a `Blob` would hold them twice.
 */
export function multipartBody(file: FilePart, fields: Readonly<Record<string, string>>): ReplayableBody {
  const boundary = `iris-${randomUUID()}`;
  const fieldParts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  // The client's own file name is not passed on: it is untrusted text that no microservice needs.
  const fileHead =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="document"\r\n` +
    `Content-Type: ${file.mediaType}\r\n\r\n`;
  const chunks = [
    Buffer.from(fieldParts.join('') + fileHead),
    file.bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ];
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    contentLength: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    isReplayable: true,
    chunks: () => chunks,
  };
}
