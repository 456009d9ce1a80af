import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const DOCUMENTS = new URL('../documents/', import.meta.url);
const expected = JSON.parse(await readFile(new URL('expected.json', DOCUMENTS), 'utf8')) as Record<
  string,
  { document_type: string }
>;

const start = (only: string, env: Record<string, string> = {}): ChildProcess =>
  fork(MAIN, ['--only', only], {
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      IMAGE_PROCESSOR_PORT: '0',
      ML_EMBEDDINGS_PORT: '0',
      ML_CLASSIFIER_PORT: '0',
      ...env,
    },
  });

const ready = async (child: ChildProcess): Promise<Record<string, string>> => {
  const [message] = (await once(child, 'message')) as [{ type: string; urls: Record<string, string> }];
  expect(message.type).toBe('ready');
  return message.urls;
};

const upload = async (url: string, file: Buffer): Promise<Record<string, unknown>> => {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(file)]), 'document');
  return (await (await fetch(url, { method: 'POST', body: form })).json()) as Record<string, unknown>;
};

describe('image_processor and ml_classifier together', () => {
  let child: ChildProcess;
  let urls: Record<string, string>;

  beforeAll(async () => {
    child = start('image_processor,ml_classifier');
    urls = await ready(child);
  }, 20_000);
  afterAll(async () => {
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it.each(Object.entries(expected))(
    '%s › once corrected, its class is found',
    async (file, { document_type }) => {
      const { corrected_image } = await upload(
        `${urls['image_processor']}/process`,
        await readFile(new URL(file, DOCUMENTS)),
      );
      const answer = await upload(
        `${urls['ml_classifier']}/classify`,
        Buffer.from(String(corrected_image), 'base64'),
      );
      expect(answer['predicted_class']).toBe(document_type);
      expect(answer['confidence']).toBeGreaterThan(0.5);
    },
    20_000,
  );
});

describe('the process', () => {
  it('started › prints one line per service; stops when the parent disconnects', async () => {
    const child = start('ml_embeddings');
    const output = text(child.stdout!);
    const { ml_embeddings: url } = await ready(child);
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await output).toBe(`ml_embeddings    ${url}\n`);
  }, 20_000);

  it('port in use › one line, exit 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const child = start('ml_classifier', { ML_CLASSIFIER_PORT: port });
    const exited = once(child, 'exit');
    const errors = await text(child.stderr!);
    expect(await exited).toEqual([1, null]);
    expect(errors).toMatch(new RegExp(`^ml_classifier cannot listen on port ${port} .*EADDRINUSE.*\n$`));
    other.close();
  }, 20_000);

  it('unknown service › one line, exit 1', async () => {
    const child = start('something');
    const exited = once(child, 'exit');
    const errors = await text(child.stderr!);
    expect(await exited).toEqual([1, null]);
    expect(errors).toMatch(/^--only takes image_processor, .*\n$/);
  }, 20_000);
});
