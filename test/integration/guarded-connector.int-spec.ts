import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'undici';

import {
  guardedConnector,
  NoPublicAddressError,
  publicLookup,
} from '../../src/webhooks/sending/guarded-connector.js';
import { NameServer } from '../support/name-server.js';

/** Looked up, and never called. */
const PUBLIC = '198.41.0.4';
const PUBLIC_IPV6 = '2606:4700::1111';

/** What names mean here. */
const ZONE: Readonly<Record<string, readonly string[]>> = {
  'private.test': ['127.0.0.1'],
  'private6.test': ['::1'],
  'mapped.test': ['::ffff:7f00:1'],
  'nat64.test': ['64:ff9b::7f00:1'],
  'metadata.test': ['169.254.169.254', 'fd00:ec2::254'],
  'mixed.test': ['127.0.0.1', PUBLIC, '10.0.0.1', PUBLIC_IPV6, 'fe80::1'],
  'empty.test': [],
  // The system would know better.
  localhost: ['127.0.0.1'],
};

let canary: Server;
let hits = 0;
let names: NameServer;
let resolver: Resolver;

beforeAll(async () => {
  canary = createServer((socket) => {
    hits += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(canary, 'listening');
  names = await NameServer.start((name, question) =>
    name === 'rebinding.test' ? [question === 0 ? PUBLIC : '127.0.0.1'] : ZONE[name],
  );
  resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([names.address]);
});

afterAll(async () => {
  canary.close();
  await names.close();
});

/** @returns the addresses that may be connected to, or the name of the error */
function lookUp(hostname: string): Promise<unknown> {
  return new Promise((resolve) => {
    publicLookup(resolver)(hostname, { all: true }, (error, addresses) => {
      resolve(error ? error.name : addresses);
    });
  });
}

function lookUpFirst(hostname: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    publicLookup(resolver)(hostname, {}, (...answer) => {
      resolve(answer);
    });
  });
}

/** Calls the host on the port of the canary. @returns the name of the error */
async function call(host: string, protocol = 'http:'): Promise<string> {
  const { port } = canary.address() as AddressInfo;
  const connect = guardedConnector(resolver, { timeout: 1000 });
  const client = new Client(`${protocol}//${host}:${port}`, { connect });
  try {
    await client.request({ method: 'POST', path: '/', body: '{}' });
    return 'an answer';
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  } finally {
    await client.destroy();
  }
}

describe('guardedConnector', () => {
  it.each([
    '127.0.0.1',
    '0x7f.1',
    '2130706433',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:0:127.0.0.1]',
    'localhost',
    'private.test',
    'PRIVATE.test',
    'private.test.',
    'private6.test',
    'mapped.test',
    'nat64.test',
    'metadata.test',
    'empty.test',
    'unknown.test',
  ])('%s › is not connected to', async (host) => {
    expect(await call(host)).toBe('NoPublicAddressError');
    expect(await call(host, 'https:')).toBe('NoPublicAddressError');
    expect(hits).toBe(0);
  });

  it('hands over none but the public addresses of a name', async () => {
    expect(await lookUp('mixed.test')).toEqual([
      { address: PUBLIC, family: 4 },
      { address: PUBLIC_IPV6, family: 6 },
    ]);
    expect(await lookUpFirst('mixed.test')).toEqual([null, PUBLIC, 4]);
    expect(await lookUp('private.test')).toBe('NoPublicAddressError');
    expect(await lookUpFirst('unknown.test')).toEqual([expect.any(NoPublicAddressError), '']);
  });

  it('asks once for each connection, and looks at each answer', async () => {
    expect(await lookUp('rebinding.test')).toEqual([{ address: PUBLIC, family: 4 }]);
    expect(names.questions.get('rebinding.test')).toBe(1);
    expect(await call('rebinding.test')).toBe('NoPublicAddressError');
    expect(names.questions.get('rebinding.test')).toBe(2);
    expect(hits).toBe(0);
  });

  it('gives a name server up that does not answer', async () => {
    const silent = new Resolver({ timeout: 100, tries: 1 });
    silent.setServers([names.address]);
    names.isSilent = true;
    const answer = await new Promise((resolve) => {
      publicLookup(silent)('private.test', { all: true }, resolve);
    });
    expect(answer).toBeInstanceOf(NoPublicAddressError);
    names.isSilent = false;
  });
});
