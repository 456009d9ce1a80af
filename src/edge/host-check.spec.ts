import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express, { type ErrorRequestHandler } from 'express';

import { HostNotAllowedError } from '../common/errors/index.js';
import { checkHost, hostMatcher } from './host-check.js';

const PATTERNS = ['localhost', 'Iris.Example.com', '*.iris.test', '[::1]', '127.0.0.1', 'fixed.test:8443'];

describe('hostMatcher', () => {
  const isAllowed = hostMatcher(PATTERNS);

  it.each([
    'localhost',
    'localhost:8000',
    'LOCALHOST',
    'iris.example.com',
    'IRIS.example.COM:443',
    'a.iris.test',
    'a.b.iris.test:8000',
    '[::1]',
    '[::1]:8000',
    '127.0.0.1:8000',
    'fixed.test:8443',
  ])('%s › is one of ours', (host) => {
    expect(isAllowed(host)).toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['another name', 'evil.example.org'],
    ['ours as a prefix', 'localhost.evil.org'],
    ['ours as a suffix', 'evil-iris.example.com'],
    ['the domain of a wildcard itself', 'iris.test'],
    ['a wildcard with an empty label', '.iris.test'],
    ['two dots', 'a..iris.test'],
    ['a wildcard as a prefix', 'a.iris.test.evil.org'],
    ['the pattern itself', '*.iris.test'],
    ['another port than the pattern’s', 'fixed.test:8444'],
    ['no port where the pattern has one', 'fixed.test'],
    ['a user', 'localhost@evil.org'],
    ['a user of ours', 'evil.org@localhost'],
    ['a path', 'localhost/evil'],
    ['a comma', 'localhost,evil.org'],
    ['a space', 'localhost evil.org'],
    ['a line break', 'localhost\r\nX: y'],
    ['a port that is no number', 'localhost:80a'],
    ['a port without end', 'localhost:800000'],
    ['no port behind the colon', 'localhost:'],
    ['IPv6 without brackets', '::1'],
    ['another IPv6 address', '[::2]'],
    ['letters of another script', 'lοcalhost'],
  ])('%s › is refused', (_what, host) => {
    expect(isAllowed(host)).toBe(false);
  });

  it.each([
    ['*', 'whatever.org', true],
    ['*', 'whatever.org:8000', true],
    ['*', '', false],
    ['*', 'user@whatever.org', false],
    ['*:8000', 'whatever.org:8000', true],
    ['*:8000', 'whatever.org', false],
    ['*.iris.test:8443', 'a.iris.test:8443', true],
    ['*.iris.test:8443', 'a.iris.test', false],
  ])('%s › for %j: %s', (pattern, host, expected) => {
    expect(hostMatcher([pattern])(host)).toBe(expected);
  });
});

describe('checkHost', () => {
  let server: Server;

  beforeAll(async () => {
    const refuse: ErrorRequestHandler = (error, _request, response, _next) => {
      response.sendStatus(error instanceof HostNotAllowedError ? error.status : 500);
    };
    const app = express()
      .use(checkHost(['localhost']))
      .use((_request, response) => response.end())
      .use(refuse);
    server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    server.close();
  });

  async function statusOf(path: string, ...headers: readonly string[]): Promise<number> {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write([`GET ${path} HTTP/1.0`, ...headers, '', ''].join('\r\n'));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return Number(answer.toString('latin1').split(' ')[1]);
  }

  it.each([
    ['our host', ['Host: localhost:8000'], 200],
    ['another host', ['Host: evil.org'], 400],
    ['no host', [], 400],
    ['an empty host', ['Host:'], 400],
    ['our host twice', ['Host: localhost', 'Host: localhost'], 400],
    ['our host and another', ['Host: localhost', 'Host: evil.org'], 400],
    ['another host under X-Forwarded-Host', ['Host: evil.org', 'X-Forwarded-Host: localhost'], 400],
  ])('%s › %j → %d', async (_what, headers, status) => {
    expect(await statusOf('/docs', ...headers)).toBe(status);
  });

  it.each(['/health', '/health/live', '/health/ready'])('%s › is answered by address', async (path) => {
    expect(await statusOf(path, 'Host: 10.1.2.3:8000')).toBe(200);
  });

  it.each(['/health/other', '//health', '/healthy'])('%s › is no probe', async (path) => {
    expect(await statusOf(path, 'Host: 10.1.2.3')).toBe(400);
  });
});
