import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { TestGateway } from '../support/gateway.js';
import { Upstream } from '../support/upstream.js';

let upstream: Upstream;
let gateway: TestGateway;
let token: string;

beforeAll(async () => {
  upstream = await Upstream.start();
  gateway = await TestGateway.start({ services: { image_processor: upstream.url } });
  token = await gateway.tokenOf('proxy@iris.example.com');
}, 60_000);

afterAll(async () => {
  await gateway.stop();
  await upstream.close();
});

beforeEach(() => {
  upstream.calls.length = 0;
  upstream.answerJson({ ok: true });
});

function proxied(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
  return gateway.fetch(`/services/image_processor${path}`, { ...init, headers });
}

describe('ALL /services/{service}/… › the request', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('passes %s on', async (method) => {
    const response = await proxied('/any/path?a=1&a=2', { method });
    expect(response.status).toBe(200);
    expect(upstream.calls.map((call) => [call.method, call.path])).toEqual([[method, '/any/path?a=1&a=2']]);
  });

  it('passes a body on byte for byte', async () => {
    const body = Buffer.from(Array.from({ length: 300_000 }, (_, index) => index % 251));
    await proxied('/process', { method: 'POST', body, headers: { 'content-type': 'application/x-tiff' } });
    const call = upstream.calls[0]!;
    expect(call.body.equals(body)).toBe(true);
    expect([call.headers['content-type'], call.headers['content-length']]).toEqual([
      'application/x-tiff',
      '300000',
    ]);
  });

  it('says who asks, and passes no credential on', async () => {
    await proxied('/x', {
      headers: { 'x-user-id': 'root', 'x-user-role': 'admin', cookie: 'a=b', 'x-api-version': '7' },
    });
    const { headers } = upstream.calls[0]!;
    expect(headers['x-user-role']).toBe('user');
    expect(headers['x-user-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.authorization).toBeUndefined();
    expect(headers.cookie).toBeUndefined();
    expect(headers['x-api-version']).toBe('7');
    expect(headers['x-forwarded-for']).toBe('127.0.0.1');
    expect(headers.forwarded).toMatch(/^for=127\.0\.0\.1;host="127\.0\.0\.1:\d+";proto=http$/);
  });
});
