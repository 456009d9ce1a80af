import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { HttpError } from './http-error.ts';

export interface Body {
  file?: Buffer;
  fields: Record<string, string>;
  json?: unknown;
}

/** Reads multipart/form-data or JSON. Throws 400 when malformed, 413 above `maxBytes`, 415 for other types. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const bytes = await readBytes(request, maxBytes);
  if (bytes.length === 0) return { fields: {} };
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return parseMultipart(bytes, type);
  if (type.startsWith('application/json')) return { fields: {}, json: parseJson(bytes) };
  throw new HttpError(415, 'UNSUPPORTED_MEDIA_TYPE', 'send multipart/form-data or application/json');
}

/** Reads to the end even when the body is too large: a client that is still sending would miss the 413. */
async function readBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > maxBytes) throw new HttpError(413, 'BODY_TOO_LARGE', `${size} bytes, the limit is ${maxBytes}`);
  return Buffer.concat(chunks, size);
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new HttpError(400, 'MALFORMED_JSON', 'the body is not valid JSON');
  }
}

async function parseMultipart(bytes: Buffer, contentType: string): Promise<Body> {
  try {
    return await collectParts(bytes, contentType);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    throw new HttpError(400, 'MALFORMED_MULTIPART', `the form could not be read: ${reason}`);
  }
}

function collectParts(bytes: Buffer, contentType: string): Promise<Body> {
  return new Promise((resolve, reject) => {
    const form = busboy({
      headers: { 'content-type': contentType },
      limits: { fileSize: bytes.length, fieldSize: bytes.length },
    });
    const fields = new Map<string, string>();
    const fileChunks: Buffer[] = [];
    let hasFile = false;
    form.on('field', (name, value) => fields.set(name, value));
    form.on('file', (name, stream) => {
      stream.on('error', reject);
      if (name !== 'file' || hasFile) return void stream.resume();
      hasFile = true;
      stream.on('data', (chunk: Buffer) => fileChunks.push(chunk));
    });
    form.on('error', reject);
    form.on('close', () => {
      const body = { fields: Object.fromEntries(fields) };
      resolve(hasFile ? { ...body, file: Buffer.concat(fileChunks) } : body);
    });
    form.end(bytes);
  });
}
