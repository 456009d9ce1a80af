#!/usr/bin/env node
/** The gateway's public API on a command line: `npm run iris -- --help` */
import process, { argv, env, stderr, stdout } from 'node:process';

import type { Command, Context } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { CliError, EXIT, type ExitCode, hasCode, InterruptedError, UsageError } from './errors.ts';
import { explain } from './explain.ts';
import { helpOn, overview } from './help.ts';
import { configFolder } from './session/config-folder.ts';
import { connect } from './session/connect.ts';
import { CredentialsFile } from './session/credentials-file.ts';
import { Screen } from './terminal/screen.ts';

const isRunByNpm = env.npm_lifecycle_event === 'iris';
const IRIS = isRunByNpm ? 'npm run iris --' : 'iris';

/** Whoever waits longer wants to know what for. */
const TELL_MS = 1_000;

const args = argv.slice(2);
const screen = new Screen(stdout, stderr, args.includes('--json'));
const interrupt = new AbortController();
process.once('SIGINT', () => {
  interrupt.abort();
});
// Whoever reads the output has seen enough, as in `iris jobs | head`.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error) => {
    process.exit(hasCode(error, 'EPIPE') ? EXIT.done : EXIT.failed);
  });
}
// npm goes to the package's folder first; file names are meant where the user is.
if (isRunByNpm && env.INIT_CWD !== undefined) process.chdir(env.INIT_CWD);

try {
  process.exitCode = await run();
} catch (error) {
  process.exitCode = tell(error);
}

async function run(): Promise<ExitCode> {
  const name = args.find((arg) => !arg.startsWith('-'));
  const wantsHelp = args.includes('--help') || args.includes('-h');
  if (name === undefined) {
    if (!wantsHelp) throw new UsageError('Expected a command.');
    screen.print(...overview(IRIS).split('\n'));
    return EXIT.done;
  }
  const command = requireCommand(name);
  if (!wantsHelp) return command.run(createContext(), args.toSpliced(args.indexOf(name), 1));
  screen.print(...helpOn(IRIS, command).split('\n'));
  return EXIT.done;
}

function requireCommand(name: string): Command {
  const command = COMMANDS.get(name);
  if (command) return command;
  throw new UsageError(`There is no command ${name}.`);
}

function createContext(): Context {
  const credentials = new CredentialsFile(configFolder(env));
  const onRetry = (error: Error, waitMs: number): void => {
    const { message } = explain(error) ?? error;
    if (waitMs >= TELL_MS) screen.note(`${message} Again in ${Math.ceil(waitMs / 1000)} s.`);
  };
  const options = { signal: interrupt.signal, onRetry };
  return {
    env,
    iris: IRIS,
    screen,
    credentials,
    signal: interrupt.signal,
    connect: () => connect(env, credentials, options),
  };
}

/** One line for people, and one for programs. */
function tell(error: unknown): ExitCode {
  const explained = toCliError(error);
  if (explained instanceof InterruptedError) return explained.exitCode;
  const { code, message, exitCode } = explained;
  const hints: Partial<Record<ExitCode, string>> = {
    [EXIT.usage]: ` See ${IRIS} --help`,
    [EXIT.forbidden]: code === 'NOT_LOGGED_IN' ? ` Log in with: ${IRIS} login` : '',
  };
  screen.note(message + (hints[exitCode] ?? ''));
  if (screen.isJson) screen.printJson({ error: { code, detail: message } });
  return exitCode;
}

function toCliError(error: unknown): CliError {
  const explained = explain(error, interrupt.signal);
  if (explained) return explained;
  const message = error instanceof Error ? error.message : String(error);
  const isUsage =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return isUsage
    ? new UsageError(message)
    : new CliError('UNEXPECTED', `Unexpected: ${message}`, EXIT.failed);
}
