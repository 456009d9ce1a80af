import { openAsBlob } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { basename } from 'node:path';

import { UsageError } from '../errors.ts';
import { resultName } from './see-through.ts';

export interface LocalDocument {
  /** As the user named it. */
  readonly file: string;
  readonly name: string;
  /** Read from the disk bit by bit, whenever it is sent. */
  readonly content: Blob;
}

/**
 * Looks at all of them before any is sent.
 * @param areSaved the results are written into one folder
 * @throws UsageError
 */
export async function openDocuments(files: readonly string[], areSaved: boolean): Promise<LocalDocument[]> {
  if (files.length === 0) throw new UsageError('Expected one or more files.');
  if (areSaved) requireDifferentNames(files);
  return Promise.all(files.map(open));
}

async function open(file: string): Promise<LocalDocument> {
  try {
    await access(file, constants.R_OK);
    if ((await stat(file)).isFile()) return { file, name: basename(file), content: await openAsBlob(file) };
  } catch (cause) {
    const { code = 'for no known reason' } = cause as NodeJS.ErrnoException;
    throw new UsageError(`${file} cannot be read: ${code}`);
  }
  throw new UsageError(`${file} is not a file.`);
}

function requireDifferentNames(files: readonly string[]): void {
  const names = files.map(resultName);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`Two results would be written to ${twice}.`);
}
