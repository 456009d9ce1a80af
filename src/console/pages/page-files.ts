import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { type Encoding, ENCODINGS } from './console-folder.js';

export interface PageFile {
  /** Within the folder, with slashes. */
  readonly path: string;
  readonly encodings: readonly Encoding[];
}

const INDEX = 'index.html';
/** Names that the build puts a hash into. */
const HASHED = /^assets\//;
/** A page of the application has an address without a dot; what has one was meant for a file. */
const FILE_NAME = /\.[^/]*$/;
/** Such as Vite's own notes. */
const HIDDEN = /(?:^|\/)\./;

/** The files of the console, as they were when the process started: nothing else of the disk can be asked for. */
export class PageFiles {
  readonly #files: ReadonlyMap<string, PageFile>;

  constructor(readonly folder: string) {
    this.#files = new Map(listFiles(folder).map((file) => [file.path, file]));
  }

  get isBuilt(): boolean {
    return this.#files.has(INDEX);
  }

  /** @returns the page itself for the addresses that it makes up; undefined when there is nothing */
  find(path: string): PageFile | undefined {
    const isFile = HASHED.test(path) || FILE_NAME.test(path);
    return this.#files.get(path) ?? (isFile ? undefined : this.#files.get(INDEX));
  }
}

/** For how long a browser may go on with it without asking. */
export function cacheControlOf({ path }: PageFile): string {
  return HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function listFiles(folder: string): PageFile[] {
  const paths = existsSync(folder) ? readPaths(folder) : [];
  const known = new Set(paths);
  return paths
    .filter((path) => !isVariant(path, known) && !HIDDEN.test(path))
    .map((path) => ({ path, encodings: ENCODINGS.filter(({ extension }) => known.has(path + extension)) }));
}

function readPaths(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'));
}

/** The compressed form of another file. */
function isVariant(path: string, known: ReadonlySet<string>): boolean {
  return ENCODINGS.some(({ extension }) => path.endsWith(extension) && known.has(path.slice(0, -3)));
}
