import { isSuccess } from '../load/connection.ts';
import type { Request } from '../load/request.ts';
import { uploadOnce } from '../load/upload.ts';
import { type Target, nginx, rawNode } from '../peers/index.ts';
import { median } from '../statistics.ts';
import { probe } from './probe.ts';
import type { Bench, Scenario } from './scenario.ts';
import { proxiedRequest } from './subjects.ts';

export const UPLOAD_BYTES = 20_000_000;
const MEGABYTE = 1_000_000;
const ROUNDS = 3;

/** 20 MB through the gateway, one after the other, beside nginx and Node. */
export const upload: Scenario = {
  name: 'upload',
  async run(bench) {
    await probe(bench.gateway.url, proxiedRequest(bench));
    const peers = [nginx, rawNode].filter((peer) => peer.missing() === undefined);
    const targets = new Map<string, Target>([['IRIS', bench.gateway]]);
    try {
      for (const peer of peers) targets.set(peer.name, await peer.start(bench.site));
      return { uploadMegabytesPerSecond: await measureAll(targets, bench) };
    } finally {
      targets.delete('IRIS');
      await Promise.all(Array.from(targets.values(), (target) => target.stop()));
    }
  },
};

export function uploadRequest({ headers }: Target, path: string): Request {
  return { method: 'PUT', path, headers: { ...headers, 'content-type': 'application/octet-stream' } };
}

async function measureAll(
  targets: ReadonlyMap<string, Target>,
  bench: Bench,
): Promise<Record<string, number>> {
  const { effort, proxyPath } = bench.options;
  const rates = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, target] of targets) {
      const rate = await measure(target, proxyPath, Math.ceil(effort.uploads / ROUNDS));
      rates.set(name, [...(rates.get(name) ?? []), rate]);
    }
  }
  return Object.fromEntries(Array.from(rates, ([name, values]) => [name, median(values)]));
}

async function measure(target: Target, path: string, count: number): Promise<number> {
  const startedAt = performance.now();
  for (let sent = 0; sent < count; sent += 1) await sendOne(target, path);
  return (count * UPLOAD_BYTES) / MEGABYTE / ((performance.now() - startedAt) / 1000);
}

export async function sendOne(target: Target, path: string): Promise<void> {
  const status = await uploadOnce(target.url, uploadRequest(target, path), UPLOAD_BYTES);
  if (!isSuccess(status)) throw new Error(`an upload of 20 MB to ${path} ended with status ${status}`);
}
