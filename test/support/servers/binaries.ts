import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const INSTALL_TIMEOUT_MS = 300_000;
const FOLDERS = [
  '/usr/local/pgsql/bin',
  '/usr/local/bin',
  '/usr/bin',
  '/usr/sbin',
  '/opt/homebrew/bin',
  '/home/linuxbrew/.linuxbrew/bin',
];
/** Folders with one subfolder for each version. */
const VERSIONED = [
  { folder: '/usr/lib/postgresql', bin: 'bin' },
  { folder: '/opt/homebrew/opt', bin: 'bin' },
  { folder: '/usr/local/opt', bin: 'bin' },
];

export interface Software {
  /** Programs that must be in one folder together. */
  readonly programs: readonly [string, ...string[]];
  readonly aptPackage: string;
  readonly brewFormula: string;
}

/** @returns the folder of the programs, which are installed first if need be and possible */
export function findSoftware(software: Software): string | undefined {
  const found = findFolder(software.programs);
  if (found !== undefined) return found;
  return install(software) ? findFolder(software.programs) : undefined;
}

export function hasProgram(name: string): boolean {
  return findFolder([name]) !== undefined;
}

function findFolder(programs: readonly string[]): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...FOLDERS, ...versionedFolders()];
  return folders.find((folder) => programs.every((program) => isExecutable(join(folder, program))));
}

/** Newest version first. */
function versionedFolders(): string[] {
  return VERSIONED.filter(({ folder }) => existsSync(folder)).flatMap(({ folder, bin }) =>
    readdirSync(folder)
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
      .map((version) => join(folder, version, bin)),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function install({ aptPackage, brewFormula }: Software): boolean {
  if (process.getuid?.() === 0 && hasProgram('apt-get')) {
    return (
      run(['apt-get', 'update']) && run(['apt-get', 'install', '-y', '--no-install-recommends', aptPackage])
    );
  }
  return process.platform === 'darwin' && hasProgram('brew') && run(['brew', 'install', brewFormula]);
}

function run([command = '', ...args]: readonly string[]): boolean {
  process.stderr.write(`tests: ${command} ${args.join(' ')}\n`);
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: INSTALL_TIMEOUT_MS,
      // In run level 1 Debian's packages start no service of their own.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
    return true;
  } catch {
    return false;
  }
}
