import { describe, expect, it } from '@jest/globals';

import { fileNameOf } from './file-name.js';

describe('fileNameOf', () => {
  it.each([
    ['a name', 'cédula 1.jpg', 'cédula 1.jpg'],
    ['a path', 'scans/2026/cedula.jpg', 'cedula.jpg'],
    ['a path of Windows', 'C:\\scans\\cedula.jpg', 'cedula.jpg'],
    ['a way out', '../../etc/passwd', 'passwd'],
    ['a line break in a path', 'a\nb/c.jpg', 'c.jpg'],
    ['control characters', 'a\0b\r\nc\u001b[31m.jpg', 'abc[31m.jpg'],
    ['a reversed extension', 'photo\u202egpj.exe', 'photogpj.exe'],
    ['half a character', 'a\ud800b', 'ab'],
    ['255 bytes', 'x'.repeat(255), 'x'.repeat(255)],
    ['256 bytes', 'x'.repeat(256), 'x'.repeat(255)],
    ['a character across the limit', `${'x'.repeat(254)}é`, 'x'.repeat(254)],
    ['a long name of another script', '証'.repeat(200), '証'.repeat(85)],
  ])('%s', (_what, text, name) => {
    expect(fileNameOf(text)).toBe(name);
  });

  it.each([[undefined], [''], ['  '], ['.'], ['..'], ['../..'], ['folder/'], ['\0']])(
    '%j is no name',
    (text) => {
      expect(fileNameOf(text)).toBeNull();
    },
  );
});
