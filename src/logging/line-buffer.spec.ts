import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { describe, expect, it } from '@jest/globals';

const LINES = 2_000;
const EXPECTED = Array.from({ length: LINES }, (_, line) => `${line} ñ\n`).join('');
const MODULE = join(import.meta.dirname, 'line-buffer.ts');

/** A process of its own, that writes its lines and then does something else. */
function writer(andThen: string): ChildProcess {
  const program = `
    import { LineBuffer } from ${JSON.stringify(MODULE)};
    const lines = new LineBuffer();
    for (let line = 0; line < ${LINES}; line += 1) lines.write(line + ' ñ\\n');
    ${andThen}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('LineBuffer', () => {
  it.each([
    ['ends by itself', ''],
    ['exits', 'process.exit();'],
  ])('has written every line, in order, when the process %s', async (_how, ending) => {
    const { stdout } = writer(ending);
    expect(stdout && (await text(stdout))).toBe(EXPECTED);
  });

  it('keeps no line back while the process goes on', async () => {
    const child = writer('setInterval(() => undefined, 1000);');
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (output.length >= EXPECTED.length) child.kill('SIGKILL');
    });
    await once(child, 'close');
    expect(output).toBe(EXPECTED);
  });
});
