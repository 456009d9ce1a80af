import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { HttpError } from '../../examples/microservices/shared/http-error.ts';
import { callApi } from '../support/api-client.js';
import { CliProcess, type CliEnd, type CliOptions, jsonLines, runCli } from '../support/cli.js';
import { CuttingProxy } from '../support/cutting-proxy.js';
import { freshDocument } from '../support/documents.js';
import { PASSWORD, TestGateway } from '../support/gateway.js';
import { temporaryFolder } from '../support/gateway-process.js';
import { type JobBody, jobIn } from '../support/jobs.js';
import { TestMicroservices } from '../support/microservices.js';
import { waitFor } from '../support/wait-for.js';

jest.setTimeout(60_000);

const EMAIL = 'cli@iris.example.com';
const CONTROL = /(?!\n)\p{Cc}/u;
const LATER = '2100-01-01T00:00:00.000Z';

const MEGABYTE = 1024 * 1024;
const TELL_MEMORY = `process.on('exit', () => console.error('memory ' + process.resourceUsage().maxRSS))`;

interface DocumentLine {
  readonly file: string;
  readonly job: JobBody | null;
  readonly error: { readonly code: string; readonly detail: string } | null;
  readonly result?: { readonly final_result: { readonly extracted_data: object } } | null;
  readonly result_file?: string;
}

interface Credentials {
  readonly url: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_at: string;
}

let microservices: TestMicroservices;
let gateway: TestGateway;
let proxy: CuttingProxy;
let folder: ReturnType<typeof temporaryFolder>;
let documents: string[];

beforeAll(async () => {
  microservices = await TestMicroservices.start();
  gateway = await TestGateway.start({
    services: microservices.urls,
    env: {
      IRIS__jobs__max_attempts: '1',
      IRIS__services__ocr_extractor__max_retries: '0',
      IRIS__services__ocr_extractor__circuit_breaker__failure_threshold: '100',
    },
  });
  await gateway.createUser(EMAIL);
  proxy = await CuttingProxy.start(gateway.url);
});

beforeEach(async () => {
  folder = temporaryFolder();
  documents = await Promise.all(['a.jpg', 'b.jpg', 'c.jpg'].map((name) => aDocument(name)));
  await microservices.reset();
  proxy.reset();
});

afterEach(() => {
  folder.remove();
});

afterAll(async () => {
  await proxy.stop();
  await gateway.stop();
  await microservices.stop();
});

async function aDocument(name: string, ...more: string[]): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, Buffer.concat([freshDocument(), ...more.map((text) => Buffer.from(text))]));
  return path;
}

function options({ env, ...others }: CliOptions = {}): CliOptions {
  return { env: { XDG_CONFIG_HOME: join(folder.path, 'config'), ...env }, ...others };
}

function iris(args: readonly string[], more?: CliOptions): Promise<CliEnd> {
  return runCli(args, options(more));
}

function login(url = proxy.url): Promise<CliEnd> {
  return iris(['login', '--url', url, '--email', EMAIL], { input: `${PASSWORD}\n` });
}

function credentialsPath(): string {
  return join(folder.path, 'config/iris/credentials.json');
}

async function credentials(): Promise<Credentials> {
  return JSON.parse(await readFile(credentialsPath(), 'utf8')) as Credentials;
}

async function change(members: Partial<Credentials>): Promise<void> {
  await writeFile(credentialsPath(), JSON.stringify({ ...(await credentials()), ...members }));
}

async function token(): Promise<string> {
  return (await credentials()).access_token;
}

/** Until it is released, no text is read. */
const holdOcr = (): (() => void) => microservices.hold('ocr_extractor', 'POST /ocr');

describe('iris login', () => {
  it('keeps the tokens where only the user can read them, and shows them to nobody', async () => {
    const { code, stdout, stderr } = await login();
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: `Logged in at ${proxy.url} as ${EMAIL}.\n`,
      stderr: '',
    });
    const kept = await credentials();
    expect(kept).toEqual({
      url: proxy.url,
      access_token: expect.stringMatching(/^eyJ/),
      refresh_token: expect.stringMatching(/^iris_refresh_/),
      expires_at: expect.stringMatching(/Z$/),
    });
    expect(Date.parse(kept.expires_at)).toBeGreaterThan(Date.now());
    expect((await stat(credentialsPath())).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder.path, 'config/iris'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(folder.path, 'config/iris'))).toEqual(['credentials.json']);
  });

  it('takes the password from the environment, and closes a folder that was open', async () => {
    await mkdir(join(folder.path, 'config/iris'), { recursive: true });
    await chmod(join(folder.path, 'config/iris'), 0o755);
    const env = { IRIS_PASSWORD: PASSWORD, IRIS_URL: proxy.url };
    const { code, stdout } = await iris(['login', '--json', '--email', EMAIL], { env });
    expect([code, jsonLines(stdout)]).toEqual([0, [{ url: proxy.url, email: EMAIL }]]);
    expect((await stat(join(folder.path, 'config/iris'))).mode & 0o777).toBe(0o700);
  });

  it('a wrong password › 3, in one line with the id of the request', async () => {
    const { code, stdout, stderr } = await iris(['login', '--url', proxy.url, '--email', EMAIL], {
      input: 'not-the-password',
    });
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(
      /^The credentials are not valid: The e-mail address or the password is wrong\. \(request \S+\)\n$/,
    );
    await expect(credentials()).rejects.toThrow('ENOENT');
  });

  it('Ctrl-C while it waits for the password › 130', async () => {
    const child = new CliProcess(['login', '--url', 'http://gateway.example.com', '--email', EMAIL], {
      ...options(),
      input: undefined,
    });
    await waitFor(() => child.stderr.includes('over http:'), 'it is about to read the password');
    child.signal('SIGINT');
    expect((await child.end()).code).toBe(130);
  });

  it.each([
    ['no password', ['--email', EMAIL], 'There is no password.'],
    ['nobody to ask for the address', [], 'There is no terminal'],
    ['an address that is none', ['--url', 'ftp://x'], 'The address of the gateway is not one'],
    ['credentials in the address', ['--url', 'http://a:b@x'], 'The address of the gateway is not one'],
  ])('%s › 2', async (_what, args, message) => {
    const { code, stderr } = await iris(['login', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('a login', () => {
  beforeEach(async () => {
    await login();
    proxy.reset();
  });

  it('is renewed when the access token has expired, once for all processes', async () => {
    const before = await credentials();
    await change({ expires_at: '2000-01-01T00:00:00.000Z' });
    const ends = await Promise.all([1, 2, 3].map(() => iris(['jobs', '--json'])));
    expect(ends.map(({ code, stderr }) => [code, stderr])).toEqual(ends.map(() => [0, '']));
    expect(proxy.requestsTo(/auth.refresh/)).toHaveLength(1);
    const after = await credentials();
    expect(after.refresh_token).not.toBe(before.refresh_token);
    expect((await stat(credentialsPath())).mode & 0o777).toBe(0o600);
  });

  it('is renewed when the gateway does not take the access token, once for all that is under way', async () => {
    await change({ access_token: 'eyJ.not.ours', expires_at: LATER });
    const { code, stderr } = await iris(['process', ...documents]);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(proxy.requestsTo(/auth.refresh/)).toHaveLength(1);
  });

  it('goes on although the answer to a refresh was lost', async () => {
    await change({ expires_at: '2000-01-01T00:00:00.000Z' });
    proxy.next(/auth.refresh/, 'is lost');
    expect((await iris(['jobs'])).code).toBe(0);
    await change({ expires_at: '2000-01-01T00:00:00.000Z' });
    expect((await iris(['jobs'])).code).toBe(0);
  });

  it('a lock that a killed process left behind is taken away', async () => {
    await change({ expires_at: '2000-01-01T00:00:00.000Z' });
    const lock = `${credentialsPath()}.lock`;
    await writeFile(lock, '');
    await utimes(lock, 0, 0);
    expect((await iris(['jobs'])).code).toBe(0);
    expect(await readdir(join(folder.path, 'config/iris'))).toEqual(['credentials.json']);
  });

  it('that has ended › 3, and says what to do', async () => {
    await callApi(gateway.url, 'POST /auth/logout', { token: await token() });
    const { code, stderr } = await iris(['jobs']);
    expect([code, stderr]).toEqual([3, 'Your session has ended: log in again. Log in with: iris login\n']);
  });

  it('is for the gateway that gave it', async () => {
    const { code, stderr } = await iris(['jobs'], { env: { IRIS_URL: 'https://iris.example.com' } });
    expect(code).toBe(3);
    expect(stderr).toContain(`You are logged in at ${proxy.url}, and not`);
    expect(proxy.requests).toEqual([]);
  });

  it('whose file is broken › 3, and the file can be replaced', async () => {
    await writeFile(credentialsPath(), '{"url":1');
    expect((await iris(['jobs'])).code).toBe(3);
    expect((await login()).code).toBe(0);
    expect((await iris(['jobs'])).code).toBe(0);
  });

  it('ends with logout: here and at the gateway', async () => {
    const before = await token();
    const { code, stdout } = await iris(['logout']);
    expect([code, stdout]).toEqual([0, `Logged out at ${proxy.url}.\n`]);
    expect((await callApi(gateway.url, 'GET /jobs', { token: before })).status).toBe(401);
    await expect(credentials()).rejects.toThrow('ENOENT');
    expect((await iris(['jobs'])).code).toBe(3);
    expect((await iris(['logout'])).stdout).toBe('You were not logged in.\n');
  });

  it('logout while the gateway is away › 4, and the tokens are gone', async () => {
    await change({ url: await closedPort() });
    const { code, stderr } = await iris(['logout']);
    expect(code).toBe(4);
    expect(stderr).toContain('could not be told');
    await expect(credentials()).rejects.toThrow('ENOENT');
  });
});

async function serve(answer: RequestListener): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

async function closedPort(): Promise<string> {
  const closed = await CuttingProxy.start(gateway.url);
  await closed.stop();
  return closed.url;
}

describe('iris process', () => {
  beforeEach(async () => {
    await login();
    proxy.reset();
  });

  it('three files › 0, a line of JSON with job and result for each', async () => {
    const { code, stdout, stderr } = await iris(['process', '--json', ...documents]);
    expect(code).toBe(0);
    const lines = jsonLines<DocumentLine>(stdout);
    expect(lines.map(({ file }) => file).sort()).toEqual(documents);
    for (const line of lines) {
      expect(line).toMatchObject({ error: null, job: { state: 'succeeded', progress: 100 } });
      expect(line.result?.final_result.extracted_data).toEqual({ nombres: 'VALENTINA' });
    }
    expect(stdout + stderr).not.toMatch(CONTROL);
    expect(stderr).toContain(`${documents[0] ?? ''}  sending  0 %\n`);
    const keys = proxy.requestsTo(/^POST .process/).map(({ headers }) => headers['idempotency-key']);
    expect(new Set(keys).size).toBe(3);
  });

  it('shows people the fields, and never more at a time than they said', async () => {
    let running = 0;
    let most = 0;
    microservices.on('ocr_extractor', 'POST /ocr', async (request) => {
      most = Math.max(most, ++running);
      const answer = await microservices.normal('ocr_extractor', 'POST /ocr', request);
      running -= 1;
      return answer;
    });
    const { code, stdout } = await iris(['process', '--parallel', '1', ...documents]);
    expect([code, most]).toEqual([0, 1]);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^✓ \S+a\.jpg {2}pasaporte {2}\d+\.\d s {2}job_\w+$/);
    expect(lines[1]).toBe('    nombres  VALENTINA  90 %');
    expect(stdout.match(/✓/g)).toHaveLength(3);
  });

  it('a document that fails › 1, the others are done all the same', async () => {
    microservices.on('ocr_extractor', 'POST /ocr', async (request) => {
      if (request.file?.includes('BROKEN')) throw new HttpError(422, 'UNREADABLE', 'cannot be read');
      return microservices.normal('ocr_extractor', 'POST /ocr', request);
    });
    const broken = await aDocument('broken.jpg', 'BROKEN');
    const { code, stdout } = await iris(['process', '--json', broken, ...documents]);
    expect(code).toBe(1);
    const lines = jsonLines<DocumentLine>(stdout);
    const failed = lines.find(({ file }) => file === broken);
    expect(failed).toMatchObject({ job: { state: 'failed' }, result: null });
    expect(failed?.error?.code).toBe(failed?.job?.error?.code);
    expect(lines.filter(({ error }) => error === null)).toHaveLength(3);
  });

  it('a file that is no document › 1, and why', async () => {
    const note = join(folder.path, 'note.txt');
    await writeFile(note, 'hello');
    const { code, stdout, stderr } = await iris(['process', note]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/✗ \S+note\.txt {2}.+: .+ \(request \S+\)\n$/);
  });

  it.each([
    ['a file that is not there', ['absent.jpg'], /absent\.jpg cannot be read: ENOENT\./],
    ['a folder', ['.'], /\. is not a file\./],
    ['no file', [], /Expected one or more files/],
    ['an unknown option', ['a.jpg', '--fast'], /Unknown option '--fast'/],
    ['too many at a time', ['a.jpg', '--parallel', '17'], /--parallel takes a number from 1 to 16/],
    ['a time that is none', ['a.jpg', '--retention', '3 days'], /--retention takes/],
    ['two results in one file', ['a.jpg', './a.jpg', '--out', 'x'], /would be written to a\.jpg\.json/],
  ])('%s › 2, before anything is sent', async (_what, args, message) => {
    const { code, stdout, stderr } = await iris(['process', ...args], { cwd: folder.path });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(proxy.requests).toEqual([]);
  });

  it('sends along what was asked for', async () => {
    const args = ['--type', 'pasaporte', '--language', 'en', '--retention', '90m', '--json'];
    const { stdout } = await iris(['process', ...args, documents[0] ?? '']);
    const [line] = jsonLines<DocumentLine & { job: { document_type: string; expires_at: string } }>(stdout);
    expect(line?.job).toMatchObject({ state: 'succeeded', document_type: 'pasaporte' });
    expect(Date.parse(line?.job.expires_at ?? '') - Date.now()).toBeLessThan(91 * 60_000);
    expect(microservices.callsTo('ocr_extractor', 'POST /ocr')[0]?.fields).toMatchObject({ language: 'en' });
  });

  it('--out writes each result into a file', async () => {
    const out = join(folder.path, 'results');
    const { code, stdout } = await iris(['process', '--json', '--out', out, ...documents]);
    expect(code).toBe(0);
    expect((await readdir(out)).sort()).toEqual(['a.jpg.json', 'b.jpg.json', 'c.jpg.json']);
    for (const { job, result, result_file: file = '' } of jsonLines<DocumentLine>(stdout)) {
      expect(result).toBeUndefined();
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ processing_id: job?.processing_id });
    }
  });

  it('--out that cannot be written › 1, and how to get at the result all the same', async () => {
    const { code, stdout, stderr } = await iris(['process', '--out', documents[1] ?? '', documents[0] ?? '']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/b\.jpg\/a\.jpg\.json cannot be written\. {2}job_\w+\n/);
    expect(stderr).toMatch(/Come back with: iris watch job_\w+\n$/);
  });

  it('--no-wait prints the job; watch sees it through', async () => {
    const release = holdOcr();
    const sent = await iris(['process', '--json', '--no-wait', documents[0] ?? '']);
    const [line] = jsonLines<DocumentLine>(sent.stdout);
    expect([sent.code, line?.job?.state]).toEqual([0, 'queued']);
    const watching = new CliProcess(['watch', line?.job?.id ?? ''], options());
    await waitFor(() => watching.stderr.includes('phase_4'), 'it is shown that the text is read', 20_000);
    release();
    const { code, stdout } = await watching.end();
    expect(code).toBe(0);
    expect(stdout).toContain('VALENTINA');
  });

  it('Ctrl-C › 130, the job goes on, and it says how to come back', async () => {
    const release = holdOcr();
    const waiting = new CliProcess(['process', '--json', documents[0] ?? ''], options());
    await waitFor(() => waiting.stderr.includes('phase_4'), 'it is shown that the text is read', 20_000);
    waiting.signal('SIGINT');
    const { code, stdout, stderr } = await waiting.end();
    const [line] = jsonLines<DocumentLine>(stdout);
    const id = line?.job?.id ?? '';
    expect([code, line?.error?.code]).toEqual([130, 'INTERRUPTED']);
    expect(stderr).toContain(`What was accepted goes on. Come back with: iris watch ${id}\n`);
    release();
    await jobIn('succeeded', { url: gateway.url, token: await token(), id });
    expect((await iris(['watch', id])).stdout).toContain('VALENTINA');
  });

  it('goes on where it was when the stream of events breaks off', async () => {
    const release = holdOcr();
    proxy.next(/events/, 'breaks off', 'is refused');
    const waiting = new CliProcess(['process', '--json', documents[0] ?? ''], options());
    await waitFor(() => proxy.requestsTo(/events/).length === 3, 'it has come back', 20_000);
    release();
    expect((await waiting.end()).code).toBe(0);
    const [first, ...later] = proxy.requestsTo(/events/).map(({ headers }) => headers['last-event-id']);
    expect([first, ...later.map((id) => Number(id) > 0)]).toEqual([undefined, true, true]);
  });

  it('a document whose answer was lost is sent again, and accepted once', async () => {
    const ids = async (): Promise<string[]> => {
      const { stdout } = await iris(['jobs', '--json', '--limit', '1000']);
      return jsonLines<JobBody>(stdout).map(({ id }) => id);
    };
    const before = await ids();
    proxy.next(/^POST .process/, 'is lost');
    const { code, stdout } = await iris(['process', '--json', documents[0] ?? '']);
    const [line] = jsonLines<DocumentLine>(stdout);
    expect([code, proxy.requestsTo(/^POST .process/).length]).toEqual([0, 2]);
    expect(await ids()).toEqual([line?.job?.id, ...before]);
  });

  it('waits as long as it is told to by one that is too busy', async () => {
    proxy.next(/^POST .process/, 'is refused');
    const { code, stderr } = await iris(['process', documents[0] ?? '']);
    expect(code).toBe(0);
    expect(stderr).toContain('The gateway answered 503. Again in 1 s.\n');
  });

  it('what the gateway says cannot command the terminal', async () => {
    microservices.on('ocr_extractor', 'POST /extract', async (request) => ({
      ...(await microservices.normal('ocr_extractor', 'POST /extract', request)),
      structured_data: { nombres: '\u001b[2JEVIL\u009b1m\u202e', '\u001b]0;x\u0007': 'y' },
    }));
    const people = await iris(['process', documents[0] ?? '']);
    const programs = await iris(['process', '--json', documents[1] ?? '']);
    for (const { code, stdout, stderr } of [people, programs]) {
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(CONTROL);
      expect(stdout).not.toContain('\u202e');
    }
    expect(people.stdout).toContain('[2JEVIL1m');
    const [line] = jsonLines<DocumentLine>(programs.stdout);
    expect(line?.result?.final_result.extracted_data).toMatchObject({
      nombres: '\u001b[2JEVIL\u009b1m\u202e',
    });
  });
});

describe('iris jobs, result, cancel', () => {
  beforeEach(async () => {
    await login();
    proxy.reset();
  });

  it('jobs: a table for people, lines for programs, by state, as many as wanted', async () => {
    await iris(['process', ...documents]);
    const { code, stdout } = await iris(['jobs', '--state', 'succeeded', '--limit', '2']);
    const [header, ...rows] = stdout.trimEnd().split('\n');
    expect([code, rows.length]).toEqual([0, 2]);
    expect(header).toMatch(/^JOB +STATE +DONE +CREATED \(UTC\) +TYPE +FILE/);
    for (const row of rows) expect(row).toMatch(/^job_\w+ {2}succeeded {2}100 % {2}\d{4}-\d\d-\d\d \d\d:/);
    const { stdout: lines } = await iris(['jobs', '--json', '--limit', '3']);
    expect(jsonLines<JobBody>(lines).map(({ state }) => state)).toEqual(documents.map(() => 'succeeded'));
    const none = await iris(['jobs', '--state', 'running']);
    expect([none.code, none.stdout, none.stderr]).toEqual([0, '', 'There are no such jobs.\n']);
  });

  it('jobs: what the gateway does not understand › 1, with what is wrong', async () => {
    const { code, stdout, stderr } = await iris(['jobs', '--state', 'lost', '--json']);
    expect(code).toBe(1);
    expect(stderr).toContain('/state');
    expect(jsonLines(stdout)).toEqual([
      { error: { code: 'VALIDATION_FAILED', detail: expect.stringContaining('/state') } },
    ]);
  });

  it('result: by the id of the job and by its own', async () => {
    const { stdout } = await iris(['process', '--json', documents[0] ?? '']);
    const [line] = jsonLines<DocumentLine>(stdout);
    const { id = '', processing_id: processingId = '' } = line?.job ?? {};
    const byJob = await iris(['result', id]);
    const byItself = await iris(['result', '--json', processingId]);
    expect([byJob.code, byItself.code]).toEqual([0, 0]);
    expect(JSON.parse(byJob.stdout)).toEqual(line?.result);
    expect(jsonLines(byItself.stdout)).toEqual([line?.result]);
    expect((await iris(['result', `proc_${'0'.repeat(26)}`])).code).toBe(1);
    expect((await iris(['result', '../jobs'])).code).toBe(2);
  });

  it('cancel: who waits for it learns it, and it cannot be done to a finished one', async () => {
    const release = holdOcr();
    const waiting = new CliProcess(['process', '--json', documents[0] ?? ''], options());
    await waitFor(() => waiting.stderr.includes('phase_4'), 'it is shown that the text is read', 20_000);
    const { stdout } = await iris(['jobs', '--json', '--state', 'running']);
    const id = jsonLines<JobBody>(stdout)[0]?.id ?? '';
    const cancelled = await iris(['cancel', id]);
    expect([cancelled.code, cancelled.stdout]).toEqual([0, `${id} is cancelled.\n`]);
    release();
    const end = await waiting.end();
    expect([end.code, jsonLines<DocumentLine>(end.stdout)[0]?.error?.code]).toEqual([1, 'JOB_CANCELLED']);
    expect((await iris(['cancel', id])).code).toBe(0);
    const { stdout: done } = await iris(['process', '--json', documents[1] ?? '']);
    const refused = await iris(['cancel', jsonLines<DocumentLine>(done)[0]?.job?.id ?? '']);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('The job is finished')]);
  });

  it('watch: a job that has failed and is done once more', async () => {
    microservices.on('ocr_extractor', 'POST /ocr', () =>
      Promise.reject(new HttpError(500, 'BROKEN', 'out of order')),
    );
    const { stdout } = await iris(['process', '--json', documents[0] ?? '']);
    const id = jsonLines<DocumentLine>(stdout)[0]?.job?.id ?? '';
    const failed = await iris(['watch', id]);
    expect([failed.code, failed.stderr]).toEqual([1, expect.stringMatching(/^✗ job_\w+ {2}.+/m)]);
    const release = holdOcr();
    const admin = await gateway.tokenOf('admin-of-cli@iris.example.com', 'admin');
    await callApi(gateway.url, `POST /admin/jobs/${id}/retry`, { token: admin });
    proxy.reset();
    const watching = new CliProcess(['watch', id], options());
    await waitFor(() => proxy.requestsTo(/events/).length === 2, 'it goes on after the failure', 20_000);
    release();
    expect((await watching.end()).code).toBe(0);
  });

  it('watch: several at a time; one that is not there › 1', async () => {
    const { stdout } = await iris(['process', '--json', '--no-wait', ...documents]);
    const ids = jsonLines<DocumentLine>(stdout).map(({ job }) => job?.id ?? '');
    const all = await iris(['watch', ...ids]);
    expect([all.code, all.stdout.match(/VALENTINA/g)?.length]).toEqual([0, 3]);
    const { code, stderr } = await iris(['watch', `job_${'0'.repeat(26)}`, ids[0] ?? '']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('There is no such job')]);
  });
});

describe('iris', () => {
  it.each([
    ['no command', [], 2, 'Expected a command. See iris --help'],
    ['an unknown command', ['proces'], 2, 'There is no command proces. See iris --help'],
    ['a job that is none', ['watch', 'job_../x'], 2, 'Not the id of a job'],
    ['nobody logged in', ['jobs'], 3, 'You are not logged in. Log in with: iris login'],
  ])('%s', async (_what, args, expected, message) => {
    const { code, stdout, stderr } = await iris(args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(message);
  });

  it.each(['', 'login', 'process', 'watch', 'jobs', 'result', 'cancel', 'logout'])(
    '%s --help › tells how it is used and what it ends with',
    async (command) => {
      const { code, stdout } = await iris([command, '--help'].filter((arg) => arg !== ''));
      expect(code).toBe(0);
      expect(stdout).toContain(`iris ${command || 'COMMAND'}`);
      expect(stdout).toContain('4    the gateway cannot be reached');
    },
  );

  it('a gateway that is down › 4', async () => {
    const env = { IRIS_URL: await closedPort(), IRIS_API_KEY: 'iris_live_any' };
    const { code, stdout, stderr } = await iris(['process', '--json', ...documents], { env });
    expect(code).toBe(4);
    expect(stderr).toContain('cannot be reached: ECONNREFUSED.');
    expect(stderr).toContain('Not sent: 3 of 3 documents.');
    expect(jsonLines<DocumentLine>(stdout)[0]).toMatchObject({ job: null, error: { code: 'UNREACHABLE' } });
  });

  it('works with an API key instead of a login, and does not show it', async () => {
    const made = await callApi<{ key: string }>(gateway.url, 'POST /auth/api-keys', {
      token: await gateway.tokenOf('keys-of-cli@iris.example.com'),
      body: { name: 'cli', scopes: ['documents:process', 'documents:read'] },
    });
    const env = { IRIS_URL: `${proxy.url}/v1/`, IRIS_API_KEY: made.body.key };
    const { code, stdout, stderr } = await iris(['process', ...documents], { env });
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(made.body.key);
    const refused = await iris(['jobs'], { env: { ...env, IRIS_API_KEY: 'iris_live_wrong' } });
    expect([refused.code, refused.stdout]).toEqual([3, '']);
  });

  it('follows no redirect with a key', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(302, { location: `${proxy.url}/jobs` }).end();
    });
    const env = { IRIS_URL: server.url, IRIS_API_KEY: 'iris_live_secret' };
    const { code, stderr } = await iris(['jobs'], { env });
    await server.stop();
    expect(code).toBe(4);
    expect(stderr).toContain('cannot be reached: unexpected redirect.');
    expect(proxy.requests).toEqual([]);
  });

  it('something else at that address › 4', async () => {
    const server = await serve((_request, response) => response.end('<h1>Welcome</h1>'));
    const env = { IRIS_URL: server.url, IRIS_API_KEY: 'iris_live_any' };
    const { code, stderr } = await iris(['jobs'], { env });
    await server.stop();
    expect([code, stderr]).toEqual([4, `What answers at ${server.url} is no gateway of IRIS.\n`]);
  });

  it('a large file is never in memory as a whole', async () => {
    const file = join(folder.path, 'large.pdf');
    await writeFile(file, '');
    await truncate(file, 300 * MEGABYTE);
    const server = await serve((request, response) => {
      request.resume().once('end', () => response.writeHead(422).end());
    });
    const env = {
      IRIS_URL: server.url,
      IRIS_API_KEY: 'iris_live_any',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(TELL_MEMORY)}`,
    };
    const { code, stderr } = await iris(['process', file], { env });
    await server.stop();
    expect(code).toBe(1);
    const [, kilobytes] = /memory (\d+)/.exec(stderr) ?? [];
    expect(Number(kilobytes)).toBeLessThan(300 * 1024);
  });
});
