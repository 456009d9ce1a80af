import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

import { InterruptedError, UsageError } from '../errors.ts';

/** @throws InterruptedError, UsageError when nobody is there to be asked */
export async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new UsageError('There is no terminal on which to ask: give --email.');
  return readAnswer(question, process.stderr);
}

/**
 * From the terminal without an echo, else the first line of standard input.
 * @throws InterruptedError
 */
export async function askHidden(question: string, signal: AbortSignal): Promise<string> {
  if (!process.stdin.isTTY) return firstLine(signal);
  const silent = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  process.stderr.write(question);
  try {
    return await readAnswer('', silent);
  } finally {
    process.stderr.write('\n');
  }
}

async function readAnswer(question: string, output: NodeJS.WritableStream): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  const cancelled = Promise.withResolvers<never>();
  const cancel = (): void => {
    cancelled.reject(new InterruptedError());
  };
  // Ctrl-C, and the end of input (Ctrl-D).
  lines.once('SIGINT', cancel).once('close', cancel);
  try {
    return await Promise.race([lines.question(question), cancelled.promise]);
  } finally {
    lines.close();
  }
}

async function firstLine(signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, signal });
  try {
    for await (const line of lines) return line;
    if (signal.aborted) throw new InterruptedError();
    return '';
  } finally {
    lines.close();
    process.stdin.destroy();
  }
}
