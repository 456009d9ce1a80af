import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DemoClient } from './client.ts';
import { startPlatform } from './platform.ts';
import { Processes, type Ready } from './processes.ts';
import { type Expected, type Outcome, isRight, printFields, printTable } from './report.ts';

const DOCUMENTS = new URL('../documents/', import.meta.url);

const stays = !process.argv.includes('--once');
const processes = new Processes();
const account = { email: 'demo@iris.example.com', password: randomBytes(12).toString('base64url') };
const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);

const dataDir = await mkdtemp(join(tmpdir(), 'iris-demo-'));
try {
  const finished = await Promise.race([demonstrate(), interrupted.then(() => undefined)]);
  process.exitCode = finished === true ? 0 : 1;
  if (finished !== undefined && stays) {
    process.exitCode = 0;
    await interrupted;
  }
} finally {
  await processes.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function demonstrate(): Promise<boolean> {
  console.log('\nIRIS API gateway: a demonstration\n');
  console.log('  starting the four reference microservices and the gateway with its embedded database …\n');
  const gateway = await startPlatform(processes, { dataDir, account });
  printConsole(gateway);
  const client = new DemoClient(gateway.url ?? '');
  await client.login(account.email, account.password);
  const outcomes = await sendAll(client);
  console.log('');
  printTable(outcomes);
  const right = outcomes.filter(isRight).length;
  console.log(`\n  ${right} of ${outcomes.length} documents came back exactly as expected.\n`);
  if (stays) printAddresses(gateway);
  return right === outcomes.length;
}

async function sendAll(client: DemoClient): Promise<Outcome[]> {
  const expected = JSON.parse(await readFile(new URL('expected.json', DOCUMENTS), 'utf8')) as Record<
    string,
    Expected
  >;
  const files = Object.entries(expected);
  const outcomes: Outcome[] = [];
  for (const [index, [file, fields]] of files.entries()) {
    const outcome = await send(client, file, fields);
    console.log(`  ${isRight(outcome) ? '✓' : '✗'} ${index + 1}/${files.length}  ${file}`);
    printFields(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

async function send(client: DemoClient, file: string, expected: Expected): Promise<Outcome> {
  try {
    return { file, expected, answer: await client.process(new URL(file, DOCUMENTS)), failure: undefined };
  } catch (error) {
    return {
      file,
      expected,
      answer: undefined,
      failure: error instanceof Error ? error.message : String(error),
    };
  }
}

/** First of all: whoever has these needs to read nothing else. */
function printConsole({ url = '' }: Ready): void {
  console.log(`  Console         ${url}/console/`);
  console.log(`  Account         ${account.email}   ${account.password}\n`);
}

function printAddresses(gateway: Ready): void {
  const { url = '', metricsUrl = 'off' } = gateway;
  printConsole(gateway);
  console.log(`  API reference   ${url}/docs`);
  console.log(`  Health          ${url}/health`);
  console.log(`  Metrics         ${metricsUrl}`);
  console.log('\n  Ctrl-C ends the demonstration.\n');
}
