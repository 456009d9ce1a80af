/**
 * What can be known of the image without Docker: follows docker/Dockerfile's own steps in a clean folder, starts its CMD
 * as a user who may write nothing but what the Dockerfile hands over, probes it, and ends it by the STOPSIGNAL.
 * `npm run check:docker`
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';

import { allowedBy, readDockerfile, sourcesOf, type Stage, textsOf } from './dockerfile.ts';

const DOCKERFILE = 'docker/Dockerfile';
const INSTALL_TIMEOUT_MS = 300_000;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 60_000;
/** Of the user that the Dockerfile makes; when we are nobody special ourselves, we are that user. */
const USER_ID = 1000;

/** A path of the image, as a path of this machine. */
type InStage = (path: string) => string;

const folder = mkdtempSync(join(tmpdir(), 'iris-image-'));
chmodSync(folder, 0o755);
try {
  const stages = readDockerfile(DOCKERFILE);
  stages.forEach(buildStage);
  await tryOut(stages.at(-1)!, stages.length - 1);
  process.stdout.write(
    'The steps of the Dockerfile yield a gateway that starts, answers and ends as an unprivileged user.\n',
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function rootOf(index: number): InStage {
  return (path) => join(folder, String(index), resolve('/app', path));
}

function buildStage(stage: Stage, index: number, all: readonly Stage[]): void {
  const inStage = rootOf(index);
  mkdirSync(inStage('/app'), { recursive: true });
  for (const { name, text } of stage.instructions) {
    if (name === 'COPY') copy(text, inStage, all);
    if (name === 'RUN') run(text, inStage);
  }
}

function copy(text: string, inStage: InStage, stages: readonly Stage[]): void {
  const words = text.split(' ');
  const target = words.at(-1) ?? '';
  const from = /^--from=(\S+) (\S+)/.exec(text);
  if (from) {
    const [, stage, path = ''] = from;
    cpSync(rootOf(stages.findIndex(({ name }) => name === stage))(path), inStage(target), {
      recursive: true,
    });
    return;
  }
  for (const source of sourcesOf(text)) {
    if (!isInContext(source)) throw new Error(`${source} is kept out by .dockerignore`);
    const isFolder = target.endsWith('/');
    cpSync(source, inStage(isFolder ? join(target, basename(source)) : target), { recursive: true });
  }
}

function isInContext(path: string): boolean {
  return allowedBy('.dockerignore').some((allowed) => path === allowed || path.startsWith(`${allowed}/`));
}

/** What changes the system is left out, but for the folders that are made. */
function run(text: string, inStage: InStage): void {
  if (/^(npm|\.\/)/.test(text)) {
    process.stdout.write(`RUN ${text}\n`);
    execFileSync('/bin/sh', ['-c', text], {
      cwd: inStage('.'),
      env: { ...process.env, PATH: nodeFirst() },
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: INSTALL_TIMEOUT_MS,
    });
  }
  for (const path of madeFolders(text)) {
    mkdirSync(inStage(path), { recursive: true });
    if (process.getuid?.() === 0) chownSync(inStage(path), USER_ID, USER_ID);
  }
}

function madeFolders(text: string): string[] {
  return /mkdir -p ((?:\/\S+ ?)+)/.exec(text)?.[1]?.trim().split(' ') ?? [];
}

function nodeFirst(): string {
  return [dirname(process.execPath), process.env.PATH].join(delimiter);
}

async function tryOut(stage: Stage, index: number): Promise<void> {
  const inStage = rootOf(index);
  if (existsSync(inStage('node_modules/jest'))) throw new Error('development dependencies are in the image');
  const gateway = start(stage, inStage);
  try {
    const url = await readyUrl(gateway);
    for (const path of ['/health/live', '/console/']) {
      const { status } = await fetch(url + path);
      if (status !== 200) throw new Error(`GET ${path} answered ${status}`);
    }
    const ended = once(gateway, 'exit', { signal: AbortSignal.timeout(STOP_TIMEOUT_MS) });
    gateway.kill((textsOf(stage, 'STOPSIGNAL')[0] ?? 'SIGKILL') as NodeJS.Signals);
    const [code] = (await ended) as [number | null];
    if (code !== 0) throw new Error(`the gateway ended with ${code}`);
  } finally {
    gateway.kill('SIGKILL');
  }
}

/** The interpreter is copied, because ours may lie where the other user must not go. */
function start(stage: Stage, inStage: InStage): ChildProcess {
  const [command = '', ...args] = JSON.parse(textsOf(stage, 'CMD')[0] ?? '[]') as string[];
  const program = inStage(`/usr/local/bin/${command}`);
  cpSync(process.execPath, program);
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) chmodSync(inStage('.'), 0o555);
  return spawn(program, args, {
    cwd: inStage('.'),
    ...(isRoot ? { uid: USER_ID, gid: USER_ID } : {}),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...environmentOf(stage, inStage),
      LOG_DIR: inStage('/var/log/iris'),
      API_GATEWAY_HOST: '127.0.0.1',
      API_GATEWAY_PORT: '0',
      IRIS__monitoring__prometheus__port: '0',
      IRIS__server__drain_delay_seconds: '0',
      JWT_SECRET_KEY: randomBytes(48).toString('base64'),
      // Nobody listens there: it must start without them.
      DATABASE_URL: 'postgresql://iris@127.0.0.1:1/iris_db',
      REDIS_URL: 'redis://127.0.0.1:1/0',
    },
  });
}

function environmentOf(stage: Stage, inStage: InStage): Record<string, string> {
  const pairs = textsOf(stage, 'ENV').map((text) => text.split('=') as [string, string]);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, value.startsWith('/') ? inStage(value) : value]),
  );
}

async function readyUrl(gateway: ChildProcess): Promise<string> {
  const signal = AbortSignal.timeout(START_TIMEOUT_MS);
  const ended = once(gateway, 'exit', { signal }).then(([code]) => {
    throw new Error(`the gateway ended too soon, with ${String(code)}`);
  });
  const [{ url }] = (await Promise.race([once(gateway, 'message', { signal }), ended])) as [{ url: string }];
  // From here on it may end.
  ended.catch(() => undefined);
  return url;
}
