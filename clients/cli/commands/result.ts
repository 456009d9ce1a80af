import { parseArgs } from 'node:util';

import type { IrisClient } from '../../typescript/src/index.ts';
import { EXIT, type ExitCode, UsageError } from '../errors.ts';
import { type Command, COMMON_OPTIONS, requireJobId, requireOne } from './command.ts';

const INDENTATION = 2;

export const result: Command = {
  usage: 'result ID',
  summary: 'Print the result of a job, as JSON',
  details: `ID is the id of a job (job_…) or of its result (proc_…). The result is what \`POST /process\` would have answered;
with --json it is one line. A result that is not there (yet, or any more) ends with 1.`,

  async run(context, args): Promise<ExitCode> {
    const { positionals } = parseArgs({ args: [...args], options: COMMON_OPTIONS, allowPositionals: true });
    const id = requireOne(positionals, 'the id of a job or of a result');
    const client = await context.connect();
    const processingId = await toProcessingId(client, id);
    const found = await client.result(processingId);
    context.screen.printJson(found, context.screen.isJson ? 0 : INDENTATION);
    return EXIT.done;
  },
};

async function toProcessingId(client: IrisClient, id: string): Promise<string> {
  if (/^proc_\w{1,60}$/.test(id)) return id;
  if (!id.startsWith('job_')) throw new UsageError(`Neither the id of a job nor of a result: ${id}`);
  const { processing_id: processingId } = await client.jobs.get(requireJobId(id));
  return processingId;
}
