import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

import type { IrisClient } from '../../typescript/src/index.ts';
import { type ExitCode, UsageError } from '../errors.ts';
import { type Errand, ErrandRunner } from '../work/errand-runner.ts';
import { type LocalDocument, openDocuments } from '../work/local-document.ts';
import { outcomeOf } from '../work/outcome.ts';
import { seeThrough } from '../work/see-through.ts';
import { type Command, COMMON_OPTIONS, MOST_PARALLEL, readCount } from './command.ts';

const OPTIONS = {
  ...COMMON_OPTIONS,
  parallel: { type: 'string', default: '4' },
  type: { type: 'string' },
  language: { type: 'string' },
  retention: { type: 'string' },
  out: { type: 'string' },
  'no-wait': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

interface Settings {
  readonly type: string | undefined;
  readonly language: string | undefined;
  readonly retention: string | undefined;
  readonly out: string | undefined;
  readonly waits: boolean;
}

export const processDocuments: Command = {
  usage: 'process [options] FILE…',
  summary: 'Have documents processed, and print their fields',
  details: `  --type TYPE        cedula_identidad, ficha_residencia or pasaporte; else the classifier decides
  --language LANG    Language of the text, such as es or en; else that of the type
  --parallel N       So many documents at a time, up to ${MOST_PARALLEL} (default 4)
  --no-wait          Do not wait for the results: print the ids of the jobs
  --out FOLDER       Write each result there as well, as NAME.json (scan.jpg becomes scan.jpg.json)
  --retention TIME   How long the gateway keeps the result, such as 0s, 90m or 24h

FILE is a JPEG, PNG, TIFF, WebP or PDF. With --json: one line for each document, {"file", "job", "error", "result"},
in the order in which they are finished; with --out "result_file" instead of "result".
Ctrl-C ends the waiting, not the jobs: it says how to come back.`,

  async run(context, args): Promise<ExitCode> {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const parallel = readCount(values.parallel, 'parallel', MOST_PARALLEL);
    const { type, language, retention, out } = values;
    if (retention !== undefined && !/^\d{1,7}[smh]$/.test(retention)) {
      throw new UsageError('--retention takes a time such as 0s, 90m or 24h.');
    }
    const settings = { type, language, retention, out, waits: values['no-wait'] !== true };
    const documents = await openDocuments(positionals, out !== undefined);
    const client = await context.connect();
    const errands = documents.map((document) => toErrand(client, document, settings));
    return new ErrandRunner(context, errands).run(parallel);
  },
};

function toErrand(
  client: IrisClient,
  { file, name, content }: LocalDocument,
  { type, language, retention, out, waits }: Settings,
): Errand {
  const fields = { document_type: type, language };
  return {
    file,
    run: async (row, onJob) => {
      row.update({ text: 'sending', progress: 0 });
      const job = await client.submit(content, { fileName: name, fields, retention });
      onJob(job);
      return waits ? seeThrough(client, { file, job, row, out }) : outcomeOf(file, job);
    },
  };
}
