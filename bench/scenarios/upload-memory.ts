import { setTimeout as delay } from 'node:timers/promises';

import { residentBytes } from '../machine/process-usage.ts';
import type { Target } from '../peers/index.ts';
import { probe } from './probe.ts';
import { type Scenario, SkippedError } from './scenario.ts';
import { proxiedRequest } from './subjects.ts';
import { requireSuccess, sendUpload } from './upload.ts';

const MEGABYTE = 1_000_000;
const SAMPLE_MS = 20;
const BUSY = 503;
const RETRY_MS = 500;
const MAX_REFUSALS = 60;

/** How much the gateway's memory grows while a hundred people send 20 MB each. */
export const uploadMemory: Scenario = {
  name: 'upload-memory',
  async run({ gateway, options }) {
    const { effort, proxyPath } = options;
    await probe(gateway.url, proxiedRequest({ gateway, options }));
    requireSuccess(await sendUpload(gateway, proxyPath));
    const idle = residentBytes(gateway.pid);
    if (idle === undefined) throw new SkippedError('memory cannot be read here');
    const uploads = Promise.all(
      Array.from({ length: effort.concurrentUploads }, () => sendPatiently(gateway, proxyPath)),
    );
    const peak = await peakUntil(uploads, gateway.pid);
    const refusals = (await uploads).reduce((sum, count) => sum + count, 0);
    return { uploadGrowthMegabytes: (peak - idle) / MEGABYTE, uploadRefusals: refusals };
  },
};

/** Tries again while the gateway says that it is busy, as a client does. @returns how often it said so */
async function sendPatiently(gateway: Target, path: string): Promise<number> {
  for (let refusals = 0; ; refusals += 1) {
    const status = await sendUpload(gateway, path);
    if (status !== BUSY || refusals === MAX_REFUSALS) {
      requireSuccess(status);
      return refusals;
    }
    await delay(RETRY_MS);
  }
}

async function peakUntil(end: Promise<unknown>, pid: number): Promise<number> {
  let peak = 0;
  let isOver = false;
  const watch = async (): Promise<void> => {
    while (!isOver) {
      peak = Math.max(peak, residentBytes(pid) ?? 0);
      await delay(SAMPLE_MS);
    }
  };
  const watching = watch();
  try {
    await end;
  } finally {
    isOver = true;
    await watching;
  }
  return peak;
}
