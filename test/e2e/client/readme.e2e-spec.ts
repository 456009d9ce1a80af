import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { IrisClient } from '../../../clients/typescript/src/index.ts';
import { PASSWORD, TestGateway } from '../../support/gateway.js';
import { TestMicroservices } from '../../support/microservices.js';

jest.setTimeout(60_000);

const EMAIL = 'demo@iris.example.com';
const EXAMPLES = [...readFileSync('clients/typescript/README.md', 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)]
  .map(([, example = '']) => example)
  // Of a page, and its own route.
  .filter((example) => !example.includes("'/my/refresh'"));

let microservices: TestMicroservices;
let gateway: TestGateway;
let env: Record<string, string>;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({ services: microservices.urls });
  await gateway.createUser(EMAIL);
  const client = new IrisClient({ baseUrl: gateway.url, auth: { email: EMAIL, password: PASSWORD } });
  const { data } = await client.api.POST('/auth/api-keys', {
    body: { name: 'README', scopes: ['documents:process', 'documents:read'] },
  });
  env = { PASSWORD, IRIS_API_KEY: data.key };
});

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

/** As if it was pasted into a file beside the README. */
async function run(example: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const program = example.replaceAll('http://localhost:8000', gateway.url);
  const args = ['-C', '@iris/source', '--input-type=module-typescript', '-e', program];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [[code], stdout, stderr] = await Promise.all([
    once(child, 'close') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}

describe('the README of the client', () => {
  it('has examples', () => {
    expect(EXAMPLES).toHaveLength(4);
  });

  it.each(EXAMPLES)('works as it stands: %s', async (example) => {
    const { code, stdout, stderr } = await run(example);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toBe('');
  });
});
