import { parseArgs } from 'node:util';

import type { IrisClient } from '../../typescript/src/index.ts';
import { type ExitCode, UsageError } from '../errors.ts';
import { type Errand, ErrandRunner } from '../work/errand-runner.ts';
import { seeThrough } from '../work/see-through.ts';
import { type Command, COMMON_OPTIONS, MOST_PARALLEL, requireJobId } from './command.ts';

export const watch: Command = {
  usage: 'watch [--out FOLDER] ID…',
  summary: 'Show how jobs get on until they are finished, and their results',
  details: `  --out FOLDER   Write each result there as well, as NAME.json

Ctrl-C ends the watching, not the jobs.`,

  async run(context, args): Promise<ExitCode> {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...COMMON_OPTIONS, out: { type: 'string' } },
      allowPositionals: true,
    });
    const ids = [...new Set(positionals.map(requireJobId))];
    if (ids.length === 0) throw new UsageError('Expected the ids of one or more jobs.');
    const client = await context.connect();
    const errands = ids.map((id) => toErrand(client, id, values.out));
    return new ErrandRunner(context, errands).run(MOST_PARALLEL);
  },
};

function toErrand(client: IrisClient, jobId: string, out: string | undefined): Errand {
  return {
    file: jobId,
    jobId,
    run: async (row, onJob) => {
      const job = await client.jobs.get(jobId);
      onJob(job);
      return seeThrough(client, { file: jobId, job, row, out });
    },
  };
}
