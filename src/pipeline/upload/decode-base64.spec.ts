import { describe, expect, it } from '@jest/globals';

import { decodeBase64 } from './decode-base64.js';

const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00]);

describe('decodeBase64', () => {
  it.each([
    ['padded', '/9j/4AA='],
    ['without padding', '/9j/4AA'],
    ['of the URL alphabet', '_9j_4AA'],
    ['a data URL', 'data:image/jpeg;base64,/9j/4AA='],
    ['a data URL in capitals', 'DATA:image/JPEG;BASE64,/9j/4AA='],
    ['a data URL of a vendor type', 'data:application/vnd.x-y+z;base64,/9j/4AA='],
  ])('%s › is decoded', (_what, text) => {
    expect(decodeBase64(text, '/file', 100)).toEqual(bytes);
  });

  it.each([
    ['a line break', '/9j/\n4AA='],
    ['a line break at the end', '/9j/4AA=\n'],
    ['spaces around', ' /9j/4AA= '],
    ['a foreign character', '/9j/4*A='],
    ['a foreign character behind whole groups', '/9j/!'],
    ['the same, padded', '/9j/!='],
    ['one character too few', '/9j/4'],
    ['only padding', '===='],
    ['padding in the middle', '/9==j/4A'],
    ['text', 'this is no picture'],
    ['a data URL that is not base64', 'data:text/plain,hello world'],
    ['a data URL inside a data URL', 'data:image/png;base64,data:image/png;base64,/9j/'],
    ['a zero byte', '/9j/4AA\u0000'],
  ])('%s › 422 with the pointer', (_what, text) => {
    expect(() => decodeBase64(text, '/image', 100)).toThrow(
      expect.objectContaining({
        status: 422,
        extensions: { errors: [{ pointer: '/image', detail: 'is not base64' }] },
      }),
    );
  });

  it('knows the size before it decodes', () => {
    const text = Buffer.alloc(31).toString('base64');
    expect(decodeBase64(text, '/file', 31)).toHaveLength(31);
    expect(() => decodeBase64(text, '/file', 30)).toThrow(
      expect.objectContaining({ status: 413, extensions: { limit: 30, actual: 31 } }),
    );
  });

  it('is empty when nothing is there', () => {
    expect(decodeBase64('', '/file', 100)).toHaveLength(0);
  });
});
