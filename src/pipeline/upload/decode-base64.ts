import { PayloadTooLargeError, ValidationError } from '../../common/errors/index.js';

const DATA_URL = /^data:[a-z]+\/[a-z0-9.+-]+;base64,/;

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
  if (bytes.length !== expectedBytes) throw new ValidationError([{ pointer, detail: 'is not base64' }]);
  return bytes;
}
