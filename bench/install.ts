import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = import.meta.dirname;
/** npm writes it when an installation is complete. */
const INSTALLED = join(FOLDER, 'node_modules/.package-lock.json');

/** Installs the packages of the peers when they are missing or older than the lock file. */
export function installPeers(): void {
  if (
    existsSync(INSTALLED) &&
    statSync(INSTALLED).mtimeMs >= statSync(join(FOLDER, 'package-lock.json')).mtimeMs
  )
    return;
  console.log('  installing the peers …');
  execFileSync('npm', ['ci', '--prefix', FOLDER], { cwd: FOLDER, stdio: ['ignore', 'ignore', 'inherit'] });
}
