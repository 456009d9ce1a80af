import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { renderConfigurationDoc } from '../generate/configuration-doc.js';
import { renderEnvExample } from '../generate/env-example.js';

/** Made from the schema, in the working directory (the root of the repository). */
const FILES: Readonly<Record<string, string>> = {
  '.env.example': renderEnvExample(),
  'docs/configuration.md': renderConfigurationDoc(),
};

if (process.argv.includes('--check')) reportStale();
else writeAll();

function reportStale(): void {
  const stale = Object.entries(FILES).filter(([file, content]) => read(file) !== content);
  stale.forEach(([file]) => {
    console.error(`${file} is stale: run npm run config:docs`);
  });
  if (stale.length > 0) process.exitCode = 1;
}

function writeAll(): void {
  for (const [file, content] of Object.entries(FILES)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
