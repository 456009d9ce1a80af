import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, rmdir, stat, symlink, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { waitFor } from '../../../test/support/wait-for.js';
import { LogFile } from './log-file.js';

const ROTATION = { maxBytes: 1_000_000, backupCount: 2 };

let folder: string;
let path: string;
let file: LogFile;
let events: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iris-log-'));
  path = join(folder, 'logs', 'a.log');
  file = new LogFile('file', path, ROTATION);
  events = [];
  file.on('error', ({ code }) => events.push(`error ${code}`));
  file.on('failing', ({ code }) => events.push(`failing ${code}`));
  file.on('resumed', (lost) => events.push(`resumed ${lost}`));
});

afterEach(async () => {
  await file.close();
  await rm(folder, { recursive: true });
});

async function written(): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

describe('LogFile', () => {
  it('writes a line within a moment, and makes its folder', async () => {
    file.write('one\n');
    await waitFor(async () => (await written()) === 'one\n', 'it is written');
    expect((await stat(path)).mode & 0o777).toBe(0o640);
  });

  it('writes everything that there is when it is closed', async () => {
    const lines = Array.from({ length: 5000 }, (_, line) => `${line} ñ\n`);
    for (const line of lines) file.write(line);
    await file.close();
    expect(await written()).toBe(lines.join(''));
  });

  it('writes everything that there is when the process exits', async () => {
    const module = join(import.meta.dirname, 'log-file.ts');
    const program = `
      import { registerHooks } from 'node:module';
      registerHooks({ resolve: (name, context, next) => next(name.startsWith('.') ? name.replace(/js$/, 'ts') : name, context) });
      const { LogFile } = await import(${JSON.stringify(module)});
      const file = new LogFile('file', ${JSON.stringify(path)}, { backupCount: 1 });
      file.write('first\\n');
      setTimeout(() => { file.write('last\\n'); process.exit(3); }, 300);`;
    const child = spawn(
      process.execPath,
      ['--experimental-transform-types', '--no-warnings', '--input-type=module', '--eval', program],
      {
        stdio: 'inherit',
      },
    );
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(3);
    expect(await written()).toBe('first\nlast\n');
  });

  it.each([
    ['is full', 'ENOSPC', () => symlink('/dev/full', path), () => unlink(path)],
    ['cannot be written', 'EISDIR', () => mkdir(path), () => rmdir(path)],
  ] as const)(
    'when the disk %s › tells once, and goes on when it is over',
    async (_what, code, fail, repair) => {
      await mkdir(join(folder, 'logs'));
      await fail();
      file.write('lost\n');
      await waitFor(() => events.length > 0, 'the failure is told');
      file.write('lost too\n');
      await waitFor(() => events.length > 2, 'it is tried again');
      await repair();
      file.write('kept\n');
      await waitFor(async () => (await written()) === 'kept\n', 'it is written again');
      expect(events).toEqual([`error ${code}`, `failing ${code}`, `error ${code}`, 'resumed 2']);
    },
  );

  it('keeps no more than a few megabytes in memory', async () => {
    const line = `${'x'.repeat(1023)}\n`;
    for (let count = 0; count < 20_000; count += 1) file.write(line);
    await file.close();
    const lost = Number(/^resumed (\d+)$/.exec(events.join())?.[1]);
    expect(lost).toBeGreaterThan(10_000);
    expect(lost).toBeLessThan(20_000);
  });
});
