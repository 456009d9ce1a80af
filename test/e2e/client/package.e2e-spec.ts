import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { PASSWORD, TestGateway } from '../../support/gateway.js';
import { TestMicroservices } from '../../support/microservices.js';

jest.setTimeout(120_000);

const EMAIL = 'packaged@iris.example.com';
const OLDEST = 20;
const run = promisify(execFile);
const NODES = await installedNodes();

const PROGRAM = `
import { openAsBlob } from 'node:fs';
import { IrisClient, isIrisError } from '@iris/client';
const { URL: baseUrl, EMAIL: email, PASSWORD: password } = process.env;
const iris = new IrisClient({ baseUrl, auth: { email, password } });
const phases = [];
const result = await iris.process(await openAsBlob('examples/documents/cedula-1-scan.jpg'), {
  onProgress: ({ phase }) => phases.push(phase),
});
const code = await iris.result('proc_0').catch((error) => isIrisError(error) && error.code);
console.log(JSON.stringify([result.final_result.extracted_data, phases.includes('phase_5'), code]));
`;

let microservices: TestMicroservices;
let gateway: TestGateway;

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({ services: microservices.urls });
  await gateway.createUser(EMAIL);
  await run(process.execPath, [
    'node_modules/typescript/bin/tsc',
    '-p',
    'clients/typescript/tsconfig.build.json',
  ]);
});

afterAll(async () => {
  await gateway.stop();
  await microservices.stop();
});

/** Those of this machine that the package is meant for, of each major version one. */
async function installedNodes(): Promise<[version: string, path: string][]> {
  const found = new Map<string, string>();
  const folders = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'));
  for (const path of [process.execPath, ...folders]) {
    if (!(await isProgram(path))) continue;
    const { stdout } = await run(path, ['-p', 'process.versions.node.split(".")[0]']);
    if (Number(stdout) >= OLDEST && !found.has(stdout.trim())) found.set(stdout.trim(), path);
  }
  return [...found];
}

function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

describe('the package as it is built', () => {
  it.each(NODES)('on Node %s › logs in, processes a document, tells errors apart', async (_version, node) => {
    const env = { URL: gateway.url, EMAIL, PASSWORD };
    const { stdout, stderr } = await run(node, ['--input-type=module', '-e', PROGRAM], { env });
    expect([JSON.parse(stdout), stderr]).toEqual([[{ nombres: 'VALENTINA' }, true, 'JOB_NOT_FOUND'], '']);
  });
});
