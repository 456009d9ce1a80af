import { parseArgs } from 'node:util';

import { EXIT, type ExitCode } from '../errors.ts';
import { type Command, COMMON_OPTIONS, requireJobId, requireOne } from './command.ts';

export const cancel: Command = {
  usage: 'cancel ID',
  summary: 'Cancel a job, wherever it is under way',
  details: `Again is no error; a job that is finished cannot be cancelled (1).`,

  async run(context, args): Promise<ExitCode> {
    const { positionals } = parseArgs({ args: [...args], options: COMMON_OPTIONS, allowPositionals: true });
    const id = requireJobId(requireOne(positionals, 'the id of a job'));
    const client = await context.connect();
    const job = await client.jobs.cancel(id);
    if (context.screen.isJson) context.screen.printJson(job);
    else context.screen.print(`${job.id} is ${job.state}.`);
    return EXIT.done;
  },
};
