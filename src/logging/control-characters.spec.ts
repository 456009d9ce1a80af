import { describe, expect, it } from '@jest/globals';
import pretty from 'pino-pretty';

import { escapeRaw, showEscapes } from './control-characters.js';

const HOSTILE = 'a\r\n\u0000\u001b[31mred\u007f\u009b2J\u202egnp.exe\u2066\u2028\b\f\t\\u001b "quoted" ñ';
/** What a terminal obeys, but for the line break. */
const OBEYED = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

describe('escapeRaw', () => {
  it('leaves nothing to obey in a line of JSON, and changes nothing that it says', () => {
    const line = escapeRaw(JSON.stringify({ [HOSTILE]: HOSTILE }));
    expect(line).not.toMatch(OBEYED);
    expect(JSON.parse(line)).toEqual({ [HOSTILE]: HOSTILE });
  });
});

describe('showEscapes', () => {
  const readable = pretty.prettyFactory({ singleLine: true, colorize: false });

  it('leaves nothing to obey in the readable line, which stays one', () => {
    const line = showEscapes(`${JSON.stringify({ level: 'info', msg: HOSTILE, user: HOSTILE })}\n`);
    const text = readable(line);
    expect(text).not.toMatch(OBEYED);
    expect(text.trimEnd()).not.toContain('\n');
    expect(text).toContain('"quoted" ñ');
    expect(text).toContain('\\u001b[31mred');
  });

  it('keeps a stack readable', () => {
    const err = {
      type: 'Error',
      message: 'a\nb',
      stack: 'Error: a\nb\n    at one (file.ts:1)\n    at two (file.ts:2)',
    };
    const text = readable(showEscapes(JSON.stringify({ level: 'error', err, msg: 'failed' })));
    expect(text.split('\n').filter((line) => /^\s+at /.test(line))).toHaveLength(2);
    expect(text).not.toMatch(/^b/m);
  });
});
