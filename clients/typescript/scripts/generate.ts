/** Writes src/generated/api.ts from the OpenAPI document; with --check only says whether it is up to date. */
import { readFile, writeFile } from 'node:fs/promises';

import openapiTS, { astToString } from 'openapi-typescript';

const DOCUMENT = new URL('../../../docs/openapi.json', import.meta.url);
const FILE = new URL('../src/generated/api.ts', import.meta.url);
const HEAD = '/** Made of docs/openapi.json by `npm run client:generate`. */\n\n';

// A client may leave out what has a default.
const types = await openapiTS(DOCUMENT, { immutable: true, defaultNonNullable: false });
const text = HEAD + astToString(types);

if (!process.argv.includes('--check')) {
  await writeFile(FILE, text);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== text) {
  console.error('clients/typescript is not what docs/openapi.json says. Run: npm run client:generate');
  process.exitCode = 1;
}
