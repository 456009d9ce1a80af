import { PayloadTooLargeError, ValidationError } from '../../common/errors/index.js';

/** RFC 2397; names are case-insensitive there. */
const DATA_URL = /^data:[a-z]+\/[a-z0-9.+-]+;base64,/i;

/**
 * @param pointer where the text stands in the body, for the error
 * @throws ValidationError, PayloadTooLargeError
 */
export function decodeBase64(text: string, pointer: string, maxBytes: number): Buffer {
  const encoded = text.slice(DATA_URL.exec(text)?.[0].length ?? 0);
  const expectedBytes = Buffer.byteLength(encoded, 'base64');
  if (expectedBytes > maxBytes) throw new PayloadTooLargeError(maxBytes, expectedBytes);
  const bytes = Buffer.from(encoded, 'base64');
  // Node skips characters outside the alphabet, which shows in the length.
  if (bytes.length !== expectedBytes || isCutOff(encoded)) {
    throw new ValidationError([{ pointer, detail: 'is not base64' }]);
  }
  return bytes;
}

/** A single character beyond a group of four holds no whole byte, so that its loss would not show in the length. */
function isCutOff(encoded: string): boolean {
  const paddingLength = /={0,2}$/.exec(encoded.slice(-2))?.[0].length ?? 0;
  return (encoded.length - paddingLength) % 4 === 1;
}
