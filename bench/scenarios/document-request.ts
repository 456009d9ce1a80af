import { randomBytes } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

import type { Request } from '../load/request.ts';

const SIDE_PIXELS = 64;
const BOUNDARY = 'bench-document';
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 8 bits, grey. */
const FORMAT = [8, 0, 0, 0, 0];

/** A document of 4 KB that was never sent before, as a form. */
export function documentRequest(headers: Readonly<Record<string, string>>): Request {
  const head = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="document.png"\r\n\r\n`;
  return {
    method: 'POST',
    path: '/process',
    headers: { ...headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: Buffer.concat([Buffer.from(head), noisePng(), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
  };
}

/** Noise, so that no two are the same. */
function noisePng(): Buffer {
  const rows = Array.from({ length: SIDE_PIXELS }, () =>
    Buffer.concat([Buffer.alloc(1), randomBytes(SIDE_PIXELS)]),
  );
  const size = Buffer.alloc(8);
  size.writeUInt32BE(SIDE_PIXELS, 0);
  size.writeUInt32BE(SIDE_PIXELS, 4);
  return Buffer.concat([
    SIGNATURE,
    pngChunk('IHDR', Buffer.concat([size, Buffer.from(FORMAT)])),
    pngChunk('IDAT', deflateSync(Buffer.concat(rows))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}
