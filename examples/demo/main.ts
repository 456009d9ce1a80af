import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { DemoClient } from './client.ts';
import { Processes, type Ready, preferPort } from './processes.ts';
import { type Expected, type Outcome, isRight, printFields, printTable } from './report.ts';

const DOCUMENTS = new URL('../documents/', import.meta.url);
const READY_MS = 60_000;

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
  const gateway = await startEverything();
  const client = new DemoClient(gateway.url ?? '');
  await waitUntilReady(client);
  await client.login(account.email, account.password);
  const outcomes = await sendAll(client);
  console.log('');
  printTable(outcomes);
  const right = outcomes.filter(isRight).length;
  console.log(`\n  ${right} of ${outcomes.length} documents came back exactly as expected.\n`);
  if (stays) printAddresses(gateway);
  return right === outcomes.length;
}

async function startEverything(): Promise<Ready> {
  console.log('  starting the four reference microservices …');
  const { urls = {} } = await processes.start('examples/microservices/main.ts', {
    IMAGE_PROCESSOR_PORT: await preferPort(8001),
    ML_EMBEDDINGS_PORT: await preferPort(8002),
    ML_CLASSIFIER_PORT: await preferPort(8003),
    OCR_EXTRACTOR_PORT: await preferPort(8004),
  });
  console.log('  starting the gateway with its embedded database …\n');
  return processes.start('dist/main.js', await gatewayEnvironment(urls));
}

async function gatewayEnvironment(urls: Readonly<Record<string, string>>): Promise<NodeJS.ProcessEnv> {
  return {
    NODE_ENV: 'development',
    DATABASE_URL: '',
    REDIS_URL: '',
    API_GATEWAY_PORT: await preferPort(8000),
    IRIS__monitoring__prometheus__port: await preferPort(9090),
    SERVICE_URLS: JSON.stringify(urls),
    IRIS_DATA_DIR: dataDir,
    LOG_LEVEL: 'ERROR',
    ADMIN_EMAIL: account.email,
    ADMIN_PASSWORD: account.password,
  };
}

async function waitUntilReady(client: DemoClient): Promise<void> {
  const endsAt = performance.now() + READY_MS;
  while (!(await client.isReady())) {
    if (performance.now() > endsAt) throw new Error('the gateway did not become ready');
    await delay(100);
  }
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

function printAddresses({ url = '', metricsUrl = 'off' }: Ready): void {
  console.log(`  API reference   ${url}/docs`);
  console.log(`  Health          ${url}/health`);
  console.log(`  Metrics         ${metricsUrl}`);
  console.log(`  Account         ${account.email}   ${account.password}`);
  console.log('\n  Ctrl-C ends the demonstration.\n');
}
