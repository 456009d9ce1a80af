import type { Command } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';

const EXIT_CODES = `It ends with
  0    all is well
  1    a document failed or was cancelled, or the gateway refused what was asked
  2    wrong usage
  3    not logged in, or not allowed
  4    the gateway cannot be reached, or is too busy
  130  Ctrl-C`;

/** @param iris how this program is called */
export function overview(iris: string): string {
  const commands = [...COMMANDS.values()].map(({ usage, summary }) => `  ${usage.padEnd(36)} ${summary}`);
  return `Documents in, fields out: a command line for the IRIS gateway.

  ${iris} COMMAND

${commands.join('\n')}

  --json       Results as lines of JSON on standard output; all else is on standard error
  -h, --help   About the program, or about a command: ${iris} process --help

For scripts, instead of a login: IRIS_API_KEY, and IRIS_URL (default http://localhost:8000).

${EXIT_CODES}
`;
}

export function helpOn(iris: string, { usage, summary, details }: Command): string {
  return `${summary}.\n\n  ${iris} ${usage}\n\n${details}\n\n  --json       Results as lines of JSON\n\n${EXIT_CODES}\n`;
}
