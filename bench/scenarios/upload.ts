import { BROKEN, isSuccess } from '../load/connection.ts';
import { uploadOnce } from '../load/upload.ts';
import { meterCpu } from '../machine/process-usage.ts';
import { type Target, nginx, rawNode } from '../peers/index.ts';
import type { UploadCost } from '../report/figures.ts';
import { median, medianOfKnown, ratio } from '../statistics.ts';
import { probe } from './probe.ts';
import type { Bench, Scenario } from './scenario.ts';
import { proxiedRequest } from './subjects.ts';

const UPLOAD_BYTES = 20_000_000;
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
      return { uploads: await measureAll(targets, bench) };
    } finally {
      targets.delete('IRIS');
      await Promise.all(Array.from(targets.values(), (target) => target.stop()));
    }
  },
};

async function measureAll(
  targets: ReadonlyMap<string, Target>,
  { options: { effort, proxyPath } }: Bench,
): Promise<Record<string, UploadCost>> {
  const costs = new Map<string, UploadCost[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, target] of targets) {
      const cost = await measure(target, proxyPath, Math.ceil(effort.uploads / ROUNDS));
      costs.set(name, [...(costs.get(name) ?? []), cost]);
    }
  }
  return Object.fromEntries(Array.from(costs, ([name, values]) => [name, medianCost(values)]));
}

async function measure(target: Target, path: string, count: number): Promise<UploadCost> {
  const megabytes = (count * UPLOAD_BYTES) / MEGABYTE;
  const startedAt = performance.now();
  const { cpuMicroseconds } = await meterCpu(target.pid, async () => {
    for (let sent = 0; sent < count; sent += 1) requireSuccess(await sendUpload(target, path));
  });
  return {
    megabytesPerSecond: megabytes / ((performance.now() - startedAt) / 1000),
    cpuMillisecondsPerMegabyte: ratio(cpuMicroseconds, megabytes * 1000),
  };
}

function medianCost(costs: readonly UploadCost[]): UploadCost {
  return {
    megabytesPerSecond: median(costs.map(({ megabytesPerSecond }) => megabytesPerSecond)),
    cpuMillisecondsPerMegabyte: medianOfKnown(
      costs.map(({ cpuMillisecondsPerMegabyte }) => cpuMillisecondsPerMegabyte),
    ),
  };
}

/** @returns the status of the answer */
export function sendUpload({ url, headers }: Target, path: string): Promise<number> {
  const type = { 'content-type': 'application/octet-stream' };
  return uploadOnce(url, { method: 'PUT', path, headers: { ...headers, ...type } }, UPLOAD_BYTES);
}

export function requireSuccess(status: number): void {
  if (status === BROKEN) throw new Error('the connection of an upload broke');
  if (!isSuccess(status)) throw new Error(`an upload was answered ${status}`);
}
