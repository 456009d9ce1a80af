import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { RotatingFile } from './rotating-file.js';

const LIMIT = 1000;

let folder: string;
let path: string;
const open: RotatingFile[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iris-log-'));
  path = join(folder, 'a.log');
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((file) => file.close()));
  await rm(folder, { recursive: true });
});

function openFile(rotation = { maxBytes: LIMIT as number | undefined, backupCount: 3 }): RotatingFile {
  const file = new RotatingFile(path, rotation);
  open.push(file);
  return file;
}

function linesFrom(first: number, count: number): Buffer {
  const lines = Array.from({ length: count }, (_, index) => `{"line":${first + index},"text":"ñandú"}\n`);
  return Buffer.from(lines.join(''));
}

/** The numbers of all lines that are there, oldest first; fails for a line that is not whole. */
async function numbers(): Promise<number[]> {
  const names = (await readdir(folder)).sort().reverse();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const lines = texts.join('').split('\n').slice(0, -1);
  return lines.map((line) => (JSON.parse(line) as { line: number }).line);
}

async function sizes(): Promise<number[]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

describe('RotatingFile', () => {
  it('keeps the file and so many full ones, none above the limit and no line torn', async () => {
    await openFile().append(linesFrom(0, 500));
    expect((await readdir(folder)).sort()).toEqual(['a.log', 'a.log.1', 'a.log.2', 'a.log.3']);
    expect(Math.max(...(await sizes()))).toBeLessThanOrEqual(LIMIT);
    const kept = await numbers();
    expect(kept).toEqual(range(500 - kept.length, 500));
    expect(kept.length).toBeGreaterThan(75);
  });

  it('goes on where an earlier process ended', async () => {
    for (let start = 0; start < 40; start += 10) {
      const file = openFile();
      await file.append(linesFrom(start, 10));
      await file.close();
    }
    expect(await numbers()).toEqual(range(0, 40));
    expect((await sizes()).every((size) => size <= LIMIT)).toBe(true);
  });

  it('gives a line that is longer than a file one of its own', async () => {
    const file = openFile();
    await file.append(linesFrom(0, 1));
    await file.append(Buffer.from(`{"line":1,"text":"${'x'.repeat(2 * LIMIT)}"}\n`));
    await file.append(linesFrom(2, 1));
    expect(await numbers()).toEqual([0, 1, 2]);
    expect(await readdir(folder)).toHaveLength(3);
  });

  it('keeps nothing aside with backupCount 0, and never rotates without maxBytes', async () => {
    await openFile({ maxBytes: LIMIT, backupCount: 0 }).append(linesFrom(0, 200));
    expect(await readdir(folder)).toEqual(['a.log']);
    await openFile({ maxBytes: undefined, backupCount: 3 }).append(linesFrom(200, 5000));
    expect(await readdir(folder)).toEqual(['a.log']);
  });

  it('loses and tears nothing when several write at once', async () => {
    const files = range(0, 4).map(() => openFile({ maxBytes: LIMIT, backupCount: 1000 }));
    await Promise.all(
      files.map(async (file, index) => {
        for (let start = 0; start < 100; start += 5) await file.append(linesFrom(index * 100 + start, 5));
      }),
    );
    const kept = (await numbers()).sort((a, b) => a - b);
    expect(kept).toEqual(range(0, 400));
    expect((await readdir(folder)).includes('a.log.lock')).toBe(false);
  });

  it('begins a new file when somebody has taken the file or its folder away', async () => {
    const file = openFile();
    await file.append(linesFrom(0, 1));
    await unlink(path);
    await file.append(linesFrom(1, 1));
    expect(await numbers()).toEqual([1]);
    await rm(folder, { recursive: true });
    await file.append(linesFrom(2, 1));
    expect(await numbers()).toEqual([2]);
  });

  it('does not wait for a process that died while it rotated', async () => {
    const lock = `${path}.lock`;
    await writeFile(lock, '');
    await utimes(lock, 0, 0);
    await openFile().append(linesFrom(0, 100));
    expect(await numbers()).toEqual(range(100 - (await numbers()).length, 100));
  });
});

/** Only root may, and not in every container. */
const canMount = spawnSync('unshare', ['--mount', 'true']).status === 0;

(canMount ? describe : describe.skip)('RotatingFile › on a disk of its own', () => {
  beforeEach(() => {
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  });

  afterEach(async () => {
    await Promise.all(open.splice(0).map((file) => file.close()));
    spawnSync('umount', [folder]);
  });

  it('leaves no torn line when the disk is full, and goes on when there is room', async () => {
    const file = openFile({ maxBytes: undefined, backupCount: 0 });
    const disk = join(folder, 'else');
    await writeFile(disk, Buffer.alloc(30_000));
    await file.append(linesFrom(0, 10));
    await expect(file.append(linesFrom(10, 1500))).rejects.toMatchObject({ code: 'ENOSPC' });
    await unlink(disk);
    expect(await numbers()).toEqual(range(0, 10));
    await file.append(linesFrom(2000, 1));
    expect(await numbers()).toEqual([...range(0, 10), 2000]);
  });
});
