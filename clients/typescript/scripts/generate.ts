/** Writes src/generated/: what the gateway's OpenAPI document and its catalogue of errors say. With --check it only compares. */
import { readFile, writeFile } from 'node:fs/promises';

import openapiTS, { astToString } from 'openapi-typescript';

import type * as Catalogue from '../../../src/error-pages/catalogue/index.ts';

const ROOT = new URL('../../../', import.meta.url);
const TARGET = new URL('../src/generated/', import.meta.url);
const HEAD = '/** Made by `npm run client:generate`. */\n\n';

/** A client may leave out what has a default. */
async function apiTypes(): Promise<string> {
  const document = new URL('docs/openapi.json', ROOT);
  return astToString(await openapiTS(document, { immutable: true, defaultNonNullable: false }));
}

/** As it was built: Node by itself does not resolve what the sources of the gateway import. */
async function errorCodes(): Promise<string> {
  const catalogue = new URL('dist/error-pages/catalogue/index.js', ROOT);
  const { errorCodes: all } = (await import(catalogue.href)) as typeof Catalogue;
  return `export type GatewayErrorCode =\n${all()
    .sort()
    .map((code) => `  | '${code}'`)
    .join('\n')};\n`;
}

for (const [name, make] of Object.entries({ 'api.ts': apiTypes, 'error-code.ts': errorCodes })) {
  const file = new URL(name, TARGET);
  const text = HEAD + (await make());
  if (!process.argv.includes('--check')) {
    await writeFile(file, text);
  } else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error(`clients/typescript/src/generated/${name} is out of date. Run: npm run client:generate`);
    process.exitCode = 1;
  }
}
