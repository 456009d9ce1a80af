import type { ParseArgsOptionsConfig } from 'node:util';

import type { IrisClient } from '../../typescript/src/index.ts';
import { type ExitCode, UsageError } from '../errors.ts';
import type { CredentialsFile } from '../session/credentials-file.ts';
import type { Screen } from '../terminal/screen.ts';

/** What a command works with. */
export interface Context {
  readonly env: NodeJS.ProcessEnv;
  /** How this program is called, for what is said to people. */
  readonly iris: string;
  readonly screen: Screen;
  readonly credentials: CredentialsFile;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
  /** @throws UsageError, NotLoggedInError */
  connect(): Promise<IrisClient>;
}

export interface Command {
  /** With its arguments, as in `watch ID…` */
  readonly usage: string;
  readonly summary: string;
  /** Its options and what else there is to know, for `--help`. */
  readonly details: string;
  /** @throws CliError, and what parseArgs and the client throw */
  run(context: Context, args: readonly string[]): Promise<ExitCode>;
}

/** Of every command; what they do is done before it runs. */
export const COMMON_OPTIONS = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig;

/** A user may have twenty streams of events open at a time, and may have others. */
export const MOST_PARALLEL = 16;

/** @throws UsageError */
export function requireJobId(text: string): string {
  if (/^job_\w{1,60}$/.test(text)) return text;
  throw new UsageError(`Not the id of a job: ${text}`);
}

/** @throws UsageError */
export function requireOne(texts: readonly string[], what: string): string {
  const [text] = texts;
  if (text !== undefined && texts.length === 1) return text;
  throw new UsageError(`Expected ${what}.`);
}

/** @throws UsageError */
export function readCount(text: string, option: string, most: number): number {
  if (/^[1-9]\d{0,3}$/.test(text) && Number(text) <= most) return Number(text);
  throw new UsageError(`--${option} takes a number from 1 to ${most}.`);
}
