import { parseArgs } from 'node:util';

import type { IrisClient, Job, JobState } from '../../typescript/src/index.ts';
import { EXIT, type ExitCode } from '../errors.ts';
import { tableLines } from '../terminal/table.ts';
import { type Command, COMMON_OPTIONS, readCount } from './command.ts';

const MOST = 1000;
/** As many as the gateway gives at once. */
const PAGE = 100;

export const jobs: Command = {
  usage: 'jobs [--state STATE] [--limit N]',
  summary: 'List your jobs, the newest first',
  details: `  --state STATE   Only those that are queued, running, succeeded, failed or cancelled
  --limit N       At most so many, up to ${MOST} (default 20)

With --json: one line for each job, as \`GET /jobs/{id}\` answers it.`,

  async run(context, args): Promise<ExitCode> {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...COMMON_OPTIONS,
        state: { type: 'string' },
        limit: { type: 'string', default: '20' },
      },
    });
    const limit = readCount(values.limit, 'limit', MOST);
    const found = await listJobs(await context.connect(), values.state, limit);
    const { screen } = context;
    if (screen.isJson) for (const job of found) screen.printJson(job);
    else if (found.length === 0) screen.note('There are no such jobs.');
    else screen.print(...tableLines([HEADER, ...found.map(toRow)]));
    return EXIT.done;
  },
};

/** The gateway says which states there are. */
async function listJobs(client: IrisClient, state: string | undefined, limit: number): Promise<Job[]> {
  const found: Job[] = [];
  const query = { limit: Math.min(PAGE, limit), ...(state !== undefined && { state: state as JobState }) };
  for await (const job of client.jobs.all(query)) if (found.push(job) === limit) break;
  return found;
}

const HEADER = ['JOB', 'STATE', 'DONE', 'CREATED (UTC)', 'TYPE', 'FILE', 'ERROR'];

function toRow(job: Job): string[] {
  return [
    job.id,
    job.state,
    `${job.progress} %`.padStart(5),
    job.created_at.slice(0, 'YYYY-MM-DDThh:mm:ss'.length).replace('T', ' '),
    job.document_type,
    job.file_name ?? '–',
    job.error?.code ?? '',
  ];
}
