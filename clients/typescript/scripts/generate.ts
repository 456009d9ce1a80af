/** Writes src/generated/: what the gateway's OpenAPI document and its sources say. With --check it only compares. */
import { glob, readFile, writeFile } from 'node:fs/promises';

import openapiTS, { astToString } from 'openapi-typescript';

const ROOT = new URL('../../../', import.meta.url);
const TARGET = new URL('../src/generated/', import.meta.url);
const HEAD = '/** Made by `npm run client:generate`. */\n\n';
/** Of the classes of the gateway's errors. */
const CODE = /^ {2}(?:override )?readonly code = '([A-Z_]+)';$/gm;

/** A client may leave out what has a default. */
async function apiTypes(): Promise<string> {
  const document = new URL('docs/openapi.json', ROOT);
  return astToString(await openapiTS(document, { immutable: true, defaultNonNullable: false }));
}

async function errorCodes(): Promise<string> {
  const codes = new Set<string>();
  for await (const file of glob('src/**/*.ts', { cwd: ROOT, exclude: ['**/*.spec.ts'] })) {
    for (const [, code = ''] of (await readFile(new URL(file, ROOT), 'utf8')).matchAll(CODE)) codes.add(code);
  }
  return `export type GatewayErrorCode =\n${[...codes]
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
