import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMlEmbeddings } from './service.ts';

const service = createMlEmbeddings();
let url: string;
let document: Buffer;

beforeAll(async () => {
  ({ url } = await service.listen(0));
  document = await readFile(new URL('../../documents/cedula-1-scan.jpg', import.meta.url));
});
afterAll(() => service.close());

const embed = (fields: Record<string, string> = {}, file: Buffer | null = document): Promise<Response> => {
  const form = new FormData();
  if (file) form.set('file', new Blob([new Uint8Array(file)]), 'document.jpg');
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return fetch(`${url}/embed`, { method: 'POST', body: form });
};

const cluster = (body: unknown): Promise<Response> =>
  fetch(`${url}/cluster`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

const axis = (index: number): number[] => Array.from({ length: 768 }, (_, i) => (i === index ? 1 : 0));

describe('POST /embed', () => {
  it('a document › 768 numbers, no cluster unless asked for', async () => {
    const body = (await (await embed()).json()) as { embeddings: number[] };
    expect(body).toMatchObject({ dimensions: 768, cluster_id: null, model_version: expect.any(String) });
    expect(body.embeddings).toHaveLength(768);
  });

  it('cluster=true › the cluster among the sample documents, then among what /cluster got', async () => {
    expect(await (await embed({ cluster: 'true' })).json()).toMatchObject({ cluster_id: expect.any(Number) });
    const { embeddings } = (await (await embed()).json()) as { embeddings: number[] };
    const clusters = (await (
      await cluster({ embeddings: [axis(0), embeddings, axis(0), embeddings] })
    ).json()) as {
      cluster_ids: number[];
    };
    expect(await (await embed({ cluster: 'true' })).json()).toMatchObject({
      cluster_id: clusters.cluster_ids[1],
    });
  });

  it.each([
    ['no file', {}, null, 422],
    ['cluster=maybe', { cluster: 'maybe' }, undefined, 422],
    ['text', {}, Buffer.from('text'), 415],
  ])('%s › refused', async (_, fields, file, status) => {
    expect((await embed(fields, file)).status).toBe(status);
  });
});

describe('POST /cluster', () => {
  it('rows of any width › clusters, K, silhouette, centroids', async () => {
    const response = await cluster({ embeddings: [[0], [1], [10], [11]], max_k: 3 });
    expect(await response.json()).toMatchObject({
      k: 2,
      silhouette: expect.any(Number),
      centroids: expect.arrayContaining([[0.5], [10.5]]),
    });
  });

  it('rows of 768 numbers › another model_version, because /embed answers from them', async () => {
    const versionOf = async (answer: Response): Promise<string> =>
      ((await answer.json()) as { model_version: string }).model_version;
    const before = await versionOf(await embed());
    const rows = [axis(3), axis(3), axis(5), axis(5)];
    const after = await versionOf(await cluster({ embeddings: rows }));
    expect(after).not.toBe(before);
    expect(await versionOf(await embed())).toBe(after);
    expect(await versionOf(await cluster({ embeddings: rows }))).toBe(after);
    await cluster({ embeddings: [[0], [1], [10], [11]] });
    expect(await versionOf(await embed())).toBe(after);
  });

  it.each([
    ['no rows', {}],
    ['one row', { embeddings: [[1]] }],
    ['unequal rows', { embeddings: [[1], [1, 2]] }],
    ['no numbers', { embeddings: [['a'], ['b']] }],
    ['max_k 1', { embeddings: [[1], [2]], max_k: 1 }],
    ['a list', []],
  ])('%s › 422', async (_, body) => {
    expect((await cluster(body)).status).toBe(422);
  });
});
