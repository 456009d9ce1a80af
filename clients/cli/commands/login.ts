import { parseArgs } from 'node:util';

import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { connectAnonymously, parseUrl } from '../session/connect.ts';
import { toCredentials } from '../session/session.ts';
import { ask, askHidden } from '../terminal/ask.ts';
import { type Command, COMMON_OPTIONS, type Context } from './command.ts';

export const login: Command = {
  usage: 'login [--url URL] [--email ADDRESS]',
  summary: 'Log in, and stay logged in',
  details: `  --url URL         The gateway; else IRIS_URL, else http://localhost:8000
  --email ADDRESS   The account; asked for when it is not given

The password is taken from IRIS_PASSWORD, else asked for without an echo, else read from standard input (its first
line). The tokens are kept in $XDG_CONFIG_HOME/iris/credentials.json (or ~/.config/…), which nobody else can read.`,

  async run(context, args): Promise<ExitCode> {
    const { values } = parseArgs({
      args: [...args],
      options: { ...COMMON_OPTIONS, url: { type: 'string' }, email: { type: 'string' } },
    });
    const url = parseUrl(values.url ?? context.env.IRIS_URL);
    warn(context, url);
    const email = values.email ?? (await ask('E-mail address: '));
    const password = await readPassword(context);
    const tokens = await connectAnonymously(url, context.signal).auth.login({ email, password });
    const { credentials, screen } = context;
    await credentials.locked(() => credentials.write(toCredentials(url, tokens)));
    if (screen.isJson) screen.printJson({ url, email });
    else screen.print(`Logged in at ${url} as ${email}.`);
    return EXIT.done;
  },
};

async function readPassword({ env, signal }: Context): Promise<string> {
  const password = env.IRIS_PASSWORD || (await askHidden('Password: ', signal));
  if (password === '') throw new UsageError('There is no password.');
  return password;
}

function warn({ env, screen }: Context, url: string): void {
  const { protocol, hostname } = new URL(url);
  const isHere = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  if (protocol === 'http:' && !isHere)
    screen.note('Careful: over http: anybody on the way can read the password.');
  if (env.IRIS_API_KEY) screen.note('IRIS_API_KEY is set: the other commands use it instead of this login.');
}
