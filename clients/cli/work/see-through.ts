import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { IrisClient, Job, ProcessResult, Progress } from '../../typescript/src/index.ts';
import { CliError, EXIT } from '../errors.ts';
import { replaceFile } from '../files/replace-file.ts';
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
 * @throws CliError and what the client throws, which leave the job as it is
 */
export async function seeThrough(client: IrisClient, { file, job, row, out }: Watched): Promise<Outcome> {
  const onProgress = (progress: Progress): void => {
    row.update(statusOf(progress));
  };
  const last = await client.jobs.follow(job, { onProgress });
  if (last.state !== 'succeeded') return outcomeOf(file, last);
  const result = await client.result(last.processing_id);
  const resultFile = out === undefined ? undefined : await save(result, out, resultName(file));
  return outcomeOf(file, last, { result, resultFile });
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

function statusOf({ state, phase, progress, job, event }: Progress): Status {
  return { text: (phase ?? state) + remarkOn(job, event), progress };
}

/** What there is to say of a job that waits. */
function remarkOn(job: Job | undefined, event: Progress['event']): string {
  if (event?.type === 'queued') return event.reason === undefined ? '' : ` again: ${event.reason.code}`;
  const ahead = event === undefined && job?.state === 'queued' ? (job.position ?? 0) : 0;
  return ahead > 0 ? `, ${ahead} ahead` : '';
}
