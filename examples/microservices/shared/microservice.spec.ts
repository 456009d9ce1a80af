import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Agent, request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HttpError } from './http-error.ts';
import { createMicroservice, type Microservice, type ServiceRequest } from './microservice.ts';

let service: Microservice;
let url: string;
let handle: (request: ServiceRequest) => Promise<object>;

beforeEach(async () => {
  handle = ({ file, fields, json }) =>
    Promise.resolve({ bytes: file?.length ?? null, fields, json: json ?? null });
  service = createMicroservice({
    name: 'sample',
    version: '1.2.3',
    modelVersion: () => 'model-1',
    routes: {
      'POST /process': (request) => handle(request),
      'POST /small': { handler: (request) => handle(request), maxBodyBytes: 10 },
    },
  });
  ({ url } = await service.listen(0));
});

afterEach(() => service.close());

const post = (path: string, body: unknown, init: RequestInit = {}): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    ...init,
  });

const upload = (body: string, contentType = 'multipart/form-data; boundary=b'): Promise<Response> =>
  fetch(`${url}/process`, { method: 'POST', headers: { 'Content-Type': contentType }, body });

const stats = async (): Promise<unknown> => (await fetch(`${url}/stats`)).json();

describe('a request', () => {
  it('multipart › gives the handler the file and the fields', async () => {
    const form = new FormData();
    form.set('file', new Blob(['12345']), 'a.jpg');
    form.set('enhance', 'true');
    const response = await fetch(`${url}/process`, { method: 'POST', body: form });
    expect(await response.json()).toEqual({ bytes: 5, fields: { enhance: 'true' }, json: null });
    expect(response.headers.get('content-type')).toBe('application/json');
  });

  it('JSON › gives the handler the value and echoes X-Request-ID', async () => {
    const headers = { 'Content-Type': 'application/json', 'X-Request-ID': 'abc' };
    const response = await post('/process', { a: 1 }, { headers });
    expect(await response.json()).toMatchObject({ json: { a: 1 } });
    expect(response.headers.get('x-request-id')).toBe('abc');
  });

  it.each([
    ['truncated', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n12'],
    ['without a part', 'nothing here'],
  ])('multipart %s › 400', async (_, body) => {
    const response = await upload(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'MALFORMED_MULTIPART' } });
  });

  it('multipart without a boundary › 400', async () => {
    expect((await upload('--b--', 'multipart/form-data')).status).toBe(400);
  });

  it.each([
    ['broken JSON', '/process', 400, '{', 'application/json'],
    ['another type', '/process', 415, 'a', 'text/plain'],
    ['a body above the limit', '/small', 413, '"12345678901"', 'application/json'],
    ['an unknown path', '/nothing', 404, '{}', 'application/json'],
    ['another method', '/health', 405, '{}', 'application/json'],
  ])('%s › POST %s answers %d', async (_, path, status, body, contentType) => {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: { 'Content-Type': contentType },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toHaveProperty('error.code');
    expect(response.headers.get('allow')).toBe(status === 405 ? 'GET' : null);
  });

  it('handler › its HttpError is the answer', async () => {
    handle = () => Promise.reject(new HttpError(422, 'TOO_DARK', 'too dark'));
    const response = await post('/process', {});
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({ error: { code: 'TOO_DARK', message: 'too dark' } });
  });

  it('client goes away › the handler sees the abort and /stats counts it', async () => {
    const client = new AbortController();
    const seen = new Promise<void>((resolve) => {
      handle = async ({ signal }) => {
        client.abort();
        await new Promise<void>((done) => {
          signal.addEventListener('abort', () => {
            done();
          });
        });
        resolve();
        return {};
      };
    });
    await expect(post('/process', {}, { signal: client.signal })).rejects.toThrow();
    await seen;
    expect(await stats()).toEqual({
      requests: { '/process': { started: 1, completed: 0, aborted: 1 } },
      in_flight: 0,
    });
  });

  it('GET /health › name, versions, uptime', async () => {
    expect(await (await fetch(`${url}/health`)).json()).toEqual({
      status: 'healthy',
      service: 'sample',
      version: '1.2.3',
      model_version: 'model-1',
      uptime: expect.any(Number),
    });
  });
});

describe('faults', () => {
  it('latency › the answer comes after the wait', async () => {
    await post('/faults', { mode: 'latency', latency_ms: 50 });
    const start = performance.now();
    expect((await post('/process', {})).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(45);
  });

  it('error › the status, on the given path only, as often as asked for', async () => {
    await post('/faults', { mode: 'error', status: 500, count: 1, path: '/process' });
    expect((await post('/small', 1)).status).toBe(200);
    expect((await post('/process', {})).status).toBe(500);
    expect((await post('/process', {})).status).toBe(200);
    expect(await (await fetch(`${url}/faults`)).json()).toMatchObject({ mode: 'none' });
  });

  it('hang › no answer until the client gives up', async () => {
    await post('/faults', { mode: 'hang' });
    await expect(post('/process', {}, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout');
  });

  it('reset › the connection breaks', async () => {
    await post('/faults', { mode: 'reset' });
    await expect(post('/process', {})).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(await stats()).toMatchObject({
      requests: { '/process': { started: 1, completed: 0, aborted: 0 } },
    });
  });

  it.each([
    ['broken_json', '{ "broken": '],
    ['wrong_shape', '["wrong shape"]'],
  ])('invalid_body › 200 and %s', async (body, expected) => {
    await post('/faults', { mode: 'invalid_body', body });
    const response = await post('/process', {});
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(expected);
  });

  it('drip › headers at once, then the true body a byte at a time', async () => {
    await post('/faults', { mode: 'drip', latency_ms: 1 });
    handle = () => Promise.resolve({ a: 1 });
    const chunks: number[] = [];
    for await (const chunk of (await post('/process', {})).body!) chunks.push(chunk.length);
    expect(chunks.length).toBeGreaterThan(2);
    expect(chunks.reduce((sum, length) => sum + length)).toBe('{"a":1}'.length);
  });

  it('rate 0 › nobody suffers', async () => {
    await post('/faults', { mode: 'error', rate: 0 });
    expect((await post('/process', {})).status).toBe(200);
  });

  it('/health › suffers only when asked to; /faults never does', async () => {
    await post('/faults', { mode: 'error' });
    expect((await fetch(`${url}/health`)).status).toBe(200);
    await post('/faults', { mode: 'error', health: true });
    expect((await fetch(`${url}/health`)).status).toBe(503);
    expect((await fetch(`${url}/faults`, { method: 'DELETE' })).status).toBe(200);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });

  it.each([{ mode: 'worse' }, { mode: 'error', rate: 2 }, { mode: 'error', count: 0 }, []])(
    'POST /faults with %j › 422',
    async (body) => {
      expect((await post('/faults', body)).status).toBe(422);
    },
  );
});

describe('close', () => {
  it('running call › finishes, then its keep-alive socket ends at once', async () => {
    const agent = new Agent({ keepAlive: true });
    let closed: Promise<void> | undefined;
    handle = async () => {
      closed = service.close();
      return Promise.resolve({ late: true });
    };
    const start = performance.now();
    const body = await new Promise((resolve, reject) => {
      const call = request(`${url}/process`, { method: 'POST', agent }, (response) => {
        resolve(text(response));
      });
      call.on('error', reject).end();
    });
    await closed;
    expect(body).toBe('{"late":true}');
    expect(performance.now() - start).toBeLessThan(1000);
    agent.destroy();
  });

  it('hanging call › answers 503 at once', async () => {
    await post('/faults', { mode: 'hang' });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('POST /process HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n');
    while (!JSON.stringify(await stats()).includes('"in_flight":1'));
    await service.close();
    expect(await text(socket)).toContain('503 Service Unavailable');
  });

  it('port in use › listen rejects', async () => {
    const second = createMicroservice({ name: 'b', version: '1', modelVersion: () => '1', routes: {} });
    await expect(second.listen(Number(new URL(url).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
