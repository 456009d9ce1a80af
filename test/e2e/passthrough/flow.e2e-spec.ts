import type { Socket } from 'node:net';
import { setInterval as every } from 'node:timers/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { ProxiedService } from '../../support/proxied-service.js';
import { Upstream, startRawUpstream } from '../../support/upstream.js';
import { waitFor } from '../../support/wait-for.js';

const MIB = 1_048_576;
const ENDLESS = 256 * MIB;
/** What may be on its way: both sockets' buffers in the kernel, and what the gateway holds. */
const ON_THE_WAY = 32 * MIB;
const IDLE_SECONDS = 1;

let upstream: Upstream;
let service: ProxiedService;

beforeAll(async () => {
  upstream = await Upstream.start();
  service = await ProxiedService.start(upstream.url, {
    IRIS__server__body_idle_timeout_seconds: String(IDLE_SECONDS),
  });
}, 60_000);

afterAll(async () => {
  await service.stop();
  await upstream.close();
});

beforeEach(() => {
  upstream.calls.length = 0;
  upstream.abandoned = 0;
});

/** Stands still for a second. */
async function settled(value: () => number): Promise<number> {
  let before = -1;
  for await (const _ of every(500)) {
    if (value() === before) return before;
    before = value();
  }
  return before;
}

function memoryBytes(): number {
  const { rss } = process.memoryUsage();
  return rss;
}

describe('ALL /services/{service}/… › a client that does not read', () => {
  it('gets no more than fits on the way, and is given up', async () => {
    let written = 0;
    upstream.behave((_request, response) => {
      response.writeHead(200, { 'content-length': ENDLESS });
      const fill = (): void => {
        while (written < ENDLESS && !response.destroyed) {
          written += MIB;
          if (!response.write(Buffer.alloc(MIB))) return;
        }
      };
      response.on('drain', fill);
      fill();
    });
    const before = memoryBytes();
    const client = service.say(service.head('GET', '/large'));
    client.pause();
    const startedAt = performance.now();
    await waitFor(() => upstream.abandoned === 1, 'the microservice sees the end', 10_000);
    const seconds = (performance.now() - startedAt) / 1000;
    expect(written).toBeLessThan(ON_THE_WAY);
    expect(memoryBytes() - before).toBeLessThan(2 * ON_THE_WAY);
    expect(seconds).toBeGreaterThan(IDLE_SECONDS * 0.9);
    await service.becomesIdle();
    client.destroy();
    expect(service.client.breaker.state).toBe('closed');
  });

  it('gets everything when it only takes its time', async () => {
    const SIZE = 24 * MIB;
    upstream.behave((_request, response) => {
      response.writeHead(200, { 'content-length': SIZE }).end(Buffer.alloc(SIZE, 7));
    });
    const response = await service.fetch('/large');
    let received = 0;
    for await (const chunk of response.body!) {
      received += chunk.length;
      // Slower than the microservice writes, faster than the gateway's patience.
      if (received % 13 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    expect(received).toBe(SIZE);
    await service.becomesIdle();
  });
});

describe('ALL /services/{service}/… › a microservice that does not read', () => {
  it('gets no more than fits on the way, and is given up after its timeout', async () => {
    const sockets: Socket[] = [];
    const raw = await startRawUpstream((socket) => sockets.push(socket.pause()));
    const slow = await ProxiedService.start(raw.url, {
      IRIS__services__image_processor__timeout: '3',
      IRIS__processing__request_deadline_seconds: '20',
    });
    try {
      const client = slow.say(slow.head('POST', '/x', `Content-Length: ${ENDLESS}`));
      const before = memoryBytes();
      let sent = 0;
      const block = Buffer.alloc(MIB);
      const pump = setInterval(() => {
        if (client.unsentBytes > 0 || client.isClosed) return;
        client.send(block);
        sent += MIB;
      }, 1);
      try {
        expect(await settled(() => sent)).toBeLessThan(ON_THE_WAY);
        expect(memoryBytes() - before).toBeLessThan(2 * ON_THE_WAY);
        expect(slow.numbers.inFlight).toBe(1);
        await client.until(/^HTTP\/1\.1 504 [^]*UPSTREAM_TIMEOUT[^]*"retryable":false/, 15_000);
      } finally {
        clearInterval(pump);
      }
      await slow.becomesIdle();
      // Only who reads sees that a connection has ended.
      for (const socket of sockets) socket.resume();
      await waitFor(() => raw.open === 0, 'no connection is left');
      client.destroy();
    } finally {
      await slow.stop();
      await raw.close();
    }
  });
});

describe('ALL /services/{service}/… › a slow client', () => {
  it('may take longer for its upload than the microservice for an answer', async () => {
    const quick = await ProxiedService.start(upstream.url, {
      IRIS__services__image_processor__timeout: '0.5',
    });
    upstream.answerJson({ ok: true }).calls.length = 0;
    try {
      const client = quick.say(quick.head('POST', '/x', 'Content-Length: 16'));
      let sent = 0;
      for await (const _ of every(100)) {
        client.send('x');
        sent += 1;
        if (sent === 16) break;
      }
      await client.until(/^HTTP\/1\.1 200 /);
      client.destroy();
      expect(upstream.calls[0]!.body).toHaveLength(16);
    } finally {
      await quick.stop();
    }
  });

  it('that stops sending gets 408, and the microservice sees the end', async () => {
    const client = service.say(service.head('POST', '/x', 'Content-Length: 1000') + 'only this');
    const startedAt = performance.now();
    await client.until(/^HTTP\/1\.1 408 [^]*REQUEST_TIMEOUT/, 5000);
    expect(performance.now() - startedAt).toBeGreaterThan(IDLE_SECONDS * 900);
    await service.becomesIdle();
    client.destroy();
    expect([service.client.breaker.state, upstream.calls.length]).toEqual(['closed', 0]);
    expect(service.client.instances.all[0]!.lastFailure).toBeUndefined();
  });

  it('that sends a byte now and then gets 408 too', async () => {
    const client = service.say(service.head('POST', '/x', 'Content-Length: 100000'));
    const drip = setInterval(() => client.send('x'), 100);
    try {
      await client.until(/^HTTP\/1\.1 408 [^]*too slowly/, 8000);
    } finally {
      clearInterval(drip);
      client.destroy();
    }
    await service.becomesIdle();
  });
});
