import { readFile, writeFile } from 'node:fs/promises';

import { loadConfig } from '../../config/index.js';
import { createApp } from '../create-app.js';
import { createOpenApiDocument } from '../open-api/index.js';

/** Writes docs/openapi.json; with --check only says whether it is up to date. */
const FILE = 'docs/openapi.json';

// The document describes the routes, which no setting changes: defaults do, and nothing is connected to.
const app = await createApp(loadConfig({ env: { TESTING: 'true' } }));
const document = `${JSON.stringify(createOpenApiDocument(app), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  await writeFile(FILE, document);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== document) {
  console.error(`${FILE} is not what the routes say. Run: npm run openapi`);
  process.exitCode = 1;
}
process.exit();
