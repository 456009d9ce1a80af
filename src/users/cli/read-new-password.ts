import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';

/** @param fromEnvironment wins, because automation has nobody to ask and may leave the pipe open */
export async function readNewPassword(fromEnvironment: string): Promise<string> {
  if (fromEnvironment !== '') return fromEnvironment;
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '');
  const password = await askHidden('Password: ');
  if (password === (await askHidden('Once more: '))) return password;
  throw new Error('The two passwords differ.');
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const cancelled = Promise.withResolvers<never>();
  lines.once('SIGINT', () => {
    cancelled.reject(new Error('Cancelled.'));
  });
  try {
    return await Promise.race([lines.question(''), cancelled.promise]);
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
