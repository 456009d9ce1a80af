import { parseArgs } from 'node:util';

import { IrisClient, isUnauthenticated } from '../../typescript/src/index.ts';
import { CliError, EXIT, type ExitCode, NotLoggedInError } from '../errors.ts';
import type { Credentials } from '../session/credentials-file.ts';
import { Session } from '../session/session.ts';
import { type Command, COMMON_OPTIONS, type Context } from './command.ts';

export const logout: Command = {
  usage: 'logout',
  summary: 'End the session, here and at the gateway',
  details: `The tokens on this machine are deleted in any case. When the gateway cannot be told, it says so and ends with 4.`,

  async run(context, args): Promise<ExitCode> {
    parseArgs({ args: [...args], options: COMMON_OPTIONS });
    const { credentials, screen } = context;
    const stored = await readStored(context);
    try {
      if (stored) await endSession(context, stored);
    } finally {
      await credentials.locked(() => credentials.remove());
    }
    if (screen.isJson) screen.printJson({ logged_out: true });
    else screen.print(stored ? `Logged out at ${stored.url}.` : 'You were not logged in.');
    return EXIT.done;
  },
};

/** A file that cannot be used goes all the same. */
async function readStored({ credentials }: Context): Promise<Credentials | undefined> {
  try {
    return await credentials.read();
  } catch (error) {
    if (error instanceof NotLoggedInError) return undefined;
    throw error;
  }
}

async function endSession({ credentials, signal }: Context, stored: Credentials): Promise<void> {
  const client = new IrisClient({ baseUrl: stored.url, auth: new Session(credentials, stored), signal });
  try {
    await client.auth.logout();
  } catch (error) {
    if (error instanceof NotLoggedInError || isUnauthenticated(error)) return;
    const reason = error instanceof Error ? ` ${error.message}` : '';
    const message = `The tokens here are deleted, but the gateway could not be told to end the session.${reason}`;
    throw new CliError('LOGOUT_INCOMPLETE', message, EXIT.unavailable, { cause: error });
  }
}
