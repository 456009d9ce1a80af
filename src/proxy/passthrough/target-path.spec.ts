import { describe, expect, it } from '@jest/globals';

import { MalformedRequestError } from '../../common/errors/index.js';
import { targetPath } from './target-path.js';

const SEGMENTS = [
  ...[
    'a',
    'a.b',
    '...',
    '%61',
    '%C3%A9',
    '',
    '.',
    '..',
    '%2e',
    '.%2E',
    '%2f',
    '%5c',
    '\\',
    '%00',
    '%25',
    '%252e%252e',
  ],
  ...['..;', ';x', '%c0%ae', '%e0%80%ae', '%ff', '%', '%u002e', '\u00e9', ' ', '..%00', '%2e%2e%2fadmin'],
];

/** Every path of up to three such segments. */
const PATHS = SEGMENTS.flatMap((first) => [
  `/${first}`,
  ...SEGMENTS.flatMap((second) => [
    `/${first}/${second}`,
    ...SEGMENTS.map((third) => `/${first}/${second}/${third}`),
  ]),
]);

function accepted(path: string): string | undefined {
  try {
    return targetPath(`/services/ocr_extractor${path}`);
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedRequestError);
    return undefined;
  }
}

describe('targetPath', () => {
  it('accepts only what every server reads in the same way, and passes it on as it is', () => {
    const passed = PATHS.filter((path) => {
      const target = accepted(path);
      if (target !== undefined) expect(target).toBe(path);
      return target !== undefined;
    });
    expect(passed.length).toBeGreaterThan(100);
    for (const path of passed) {
      expect(new URL(`http://a${path}`).pathname).toBe(path);
      const decoded = decodeURIComponent(path);
      expect(decoded.split('/')).toHaveLength(path.split('/').length);
      expect(decoded).not.toMatch(/(?:^|\/)\.{1,2}(?:\/|$)|\\|\0|%|;|\/\//);
    }
  });

  it.each([
    ['/services/ocr_extractor/ocr?a=../..', '/ocr?a=../..'],
    ['/v1/services/ocr_extractor/ocr', '/ocr'],
    ['/SERVICES/ocr_extractor/', '/'],
    ['/services/ocr_extractor?a=1', '/?a=1'],
    ['/services/ocr_extractor', '/'],
  ])('%s → %s', (target, path) => {
    expect(targetPath(target)).toBe(path);
  });

  it.each(['http://a/services/ocr_extractor/x', '/v2/services/ocr_extractor/x', '*', ''])(
    'refuses %j, which is another route',
    (target) => {
      expect(() => targetPath(target)).toThrow(MalformedRequestError);
    },
  );
});
