import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { CliError, EXIT } from '../errors.ts';
import { replaceFile } from '../files/replace-file.ts';
import { JobFollower } from '../gateway/follow-job.ts';
import type { GatewayClient } from '../gateway/gateway-client.ts';
import { isFinal, type Job, type JobEvent, type ProcessResult } from '../gateway/job.ts';
import type { ProgressRow, Status } from '../terminal/progress.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

export interface Watched {
  /** As the user named it. */
  readonly file: string;
  readonly job: Job;
  readonly row: ProgressRow;
  /** For the result as a file, in this folder. */
  readonly out: string | undefined;
}

/**
 * Shows how a job gets on until it is finished, and gets its result.
 * @throws CliError, which leaves the job as it is
 */
export async function seeThrough(client: GatewayClient, { file, job, row, out }: Watched): Promise<Outcome> {
  row.update(statusOf(job));
  const last = await awaitEnd(client, job, row);
  if (last.state !== 'succeeded') return outcomeOf(file, last);
  const result = await client.json<ProcessResult>(`GET /results/${last.processing_id}`);
  const resultFile = out === undefined ? undefined : await save(result, out, resultName(file));
  return outcomeOf(file, last, { result, resultFile });
}

async function awaitEnd(client: GatewayClient, job: Job, row: ProgressRow): Promise<Job> {
  const follower = new JobFollower(client, job.id);
  let current = job;
  let status = statusOf(job);
  // Again when it is not the end after all: an administrator may have a failed job done once more.
  while (!isFinal(current.state)) {
    for await (const event of follower.events()) {
      status = statusAfter(event, status);
      row.update(status);
    }
    current = await client.json<Job>(`GET /jobs/${job.id}`);
  }
  return current;
}

/** The whole name is kept: `scan.jpg` and `scan.pdf` are two documents. */
export function resultName(file: string): string {
  return `${file.split(/[/\\]/).at(-1) ?? file}.json`;
}

async function save(result: ProcessResult, folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await replaceFile(path, `${JSON.stringify(result)}\n`);
    return path;
  } catch (cause) {
    throw new CliError('FILE_NOT_WRITTEN', `${path} cannot be written.`, EXIT.failed, { cause });
  }
}

function statusOf({ state, phase, position, progress }: Job): Status {
  const ahead = position !== null && position > 0 ? `, ${position} ahead` : '';
  return { text: state === 'running' ? (phase ?? state) : state + ahead, progress };
}

/** Phases run side by side: the one that began last is shown, also when another one ends. */
function statusAfter({ type, state, phase, status, reason, progress }: JobEvent, { text }: Status): Status {
  if (type === 'phase') return { text: status === 'running' ? (phase ?? text) : text, progress };
  const again = reason === undefined ? '' : ` again: ${reason.code}`;
  return { text: state + again, progress };
}
